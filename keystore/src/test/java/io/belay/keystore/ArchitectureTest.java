package io.belay.keystore;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;

@AnalyzeClasses(packages = "io.belay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule NO_PREDICTABLE_RANDOM =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("setSeed")))
          .orShould()
          .callConstructor(SecureRandom.class)
          .orShould()
          .callConstructor(SecureRandom.class, byte[].class)
          .because("a key from a predictable number is no secret; the source is passed in");

  @ArchTest
  static final ArchRule BASE_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("io.belay.base..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.belay.keystore..")
          .because("both sides of the wallet share it");

  @ArchTest
  static final ArchRule DOOR_KNOWS_NO_SECRET =
      noClasses()
          .that()
          .resideInAPackage("io.belay.keystore")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.belay.keystore.*..")
                  .and(not(resideInAPackage("io.belay.keystore.typed.."))))
          .because("the core may see the door and no secret behind it");

  @ArchTest
  static final ArchRule TYPED_DATA_KNOWS_NO_SECRET =
      noClasses()
          .that()
          .resideInAPackage("io.belay.keystore.typed..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.belay.keystore..")
                  .and(not(resideInAPackage("io.belay.keystore.typed.."))))
          .because("it reads the text of strangers");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("io.belay.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_NETWORK_AND_NO_WEB3J =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "org.web3j..", "okhttp3..", "javafx..", "java.sql..")
          .because("secrets stay where nothing can carry them away");

  @ArchTest
  static final ArchRule NO_CATCH_ALL_PACKAGES =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..")
          .because("folders are features");

  @ArchTest
  static final ArchRule SECRETS_ARE_NOT_SERIALISABLE =
      classes()
          .that()
          .resideInAPackage("io.belay.keystore..")
          .and()
          .areNotEnums() // an enum is written as its name
          .should()
          .notBeAssignableTo(java.io.Serializable.class)
          .because("serialising would copy a secret past its gate");
}
