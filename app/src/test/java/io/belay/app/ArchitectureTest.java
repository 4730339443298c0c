package io.belay.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.List;

@AnalyzeClasses(packages = "io.belay.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final List<String> FEATURES =
      List.of(
          "unlock",
          "accounts",
          "send",
          "activity",
          "connectivity",
          "drill",
          "vault",
          "nonces",
          "raw",
          "book",
          "settings",
          "notices",
          "palette",
          "networks",
          "sign");

  @ArchTest
  static final ArchRule ONLY_FX_NAMES_PLATFORM =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.belay.app.fx")
          .and()
          .resideOutsideOfPackage("io.belay.app")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("javafx\\.application\\.Platform.*")
          .because("threads and preferences have one door");

  @ArchTest
  static final ArchRule ONE_SOURCE_OF_RANDOMNESS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.belay.app.Wiring")
          .should()
          .callConstructor(SecureRandom.class)
          .orShould()
          .callConstructor(SecureRandom.class, byte[].class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .because("a key from a predictable number is no secret");

  @ArchTest
  static final ArchRule FEATURES_KNOW_NOT_WHO_SHOWS_THEM =
      noClasses()
          .that(isFeature())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.belay.app.shell", "io.belay.app.cli", "io.belay.app")
          .because("only the shell sees all pages");

  @ArchTest
  static final ArchRule FEATURES_STAND_APART =
      slices()
          .matching(
              "io.belay.app.(unlock|accounts|send|activity|connectivity|drill|vault|nonces|raw|book|settings|notices|palette|networks|sign|link)..")
          .should()
          .notDependOnEachOther()
          .because("a page can be read, changed and deleted alone");

  @ArchTest
  static final ArchRule VIEW_MODELS_NEED_NO_TOOLKIT =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .or()
          .haveSimpleName("SendForm")
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<>("are JavaFX beyond beans and collections") {
                @Override
                public boolean test(JavaClass c) {
                  return c.getPackageName().startsWith("javafx.")
                      && !c.getPackageName().startsWith("javafx.beans")
                      && !c.getPackageName().startsWith("javafx.collections");
                }
              })
          .because("they are tested without a toolkit");

  @ArchTest
  static final ArchRule TRUST_ASKS_NOBODY_IT_WAS_NOT_GIVEN =
      noClasses()
          .that()
          .resideInAPackage("io.belay.app.trust")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..",
              "io.belay.app.cli",
              "io.belay.app.fx",
              "io.belay.app.settings",
              "io.belay.core..",
              "io.belay.keystore..")
          .because("what judges a release knows neither windows nor wallets");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.belay.app.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CATCH_ALL_PACKAGES =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..")
          .because("folders are features");

  @ArchTest
  static final ArchRule PARTS_KNOW_NO_SESSION =
      noClasses()
          .that()
          .resideInAnyPackage("io.belay.app.control", "io.belay.app.fx")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.belay.core.track", "io.belay.keystore..")
          .because("a part is told what to show");

  private static DescribedPredicate<JavaClass> isFeature() {
    return new DescribedPredicate<>("are features") {
      @Override
      public boolean test(JavaClass c) {
        return FEATURES.stream().anyMatch(f -> c.getPackageName().equals("io.belay.app." + f));
      }
    };
  }
}
