package io.belay.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.belay.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule coreCanAskForASignatureNeverForAKey =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.belay.keystore.vault..",
              "io.belay.keystore.hd..",
              "io.belay.keystore.secret..",
              "javafx..",
              "io.belay.app..")
          .because("core holds no secret and no screen");

  @ArchTest
  static final ArchRule tiersUseOnlyWhatIsBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("track")
          .definedBy("io.belay.core.track..")
          .layer("send")
          .definedBy("io.belay.core.send..")
          .layer("token")
          .definedBy("io.belay.core.token..")
          .layer("decode")
          .definedBy("io.belay.core.decode..")
          .layer("fee")
          .definedBy("io.belay.core.fee..")
          .layer("tx")
          .definedBy("io.belay.core.tx..")
          .layer("rpc")
          .definedBy("io.belay.core.rpc..")
          .layer("proof")
          .definedBy("io.belay.core.proof..")
          .layer("chain")
          .definedBy("io.belay.core.chain..")
          .layer("practice")
          .definedBy("io.belay.core.practice..")
          .whereLayer("track")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("practice")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("send")
          .mayOnlyBeAccessedByLayers("track")
          .whereLayer("token")
          .mayOnlyBeAccessedByLayers("track", "send")
          .whereLayer("decode")
          .mayOnlyBeAccessedByLayers("track", "send", "token")
          .whereLayer("fee")
          .mayOnlyBeAccessedByLayers("track", "send", "token")
          .whereLayer("tx")
          .mayOnlyBeAccessedByLayers("track", "send", "token", "decode", "fee", "practice")
          .whereLayer("rpc")
          .mayOnlyBeAccessedByLayers("track", "send", "token", "fee", "tx", "practice")
          .whereLayer("proof")
          .mayOnlyBeAccessedByLayers("track", "send", "token", "fee", "tx", "rpc", "practice");

  @ArchTest
  static final ArchRule leavesKnowNothingOfTheRest =
      noClasses()
          .that()
          .resideInAnyPackage("io.belay.core.state..", "io.belay.core.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.belay.core.chain..",
              "io.belay.core.rpc..",
              "io.belay.core.proof..",
              "io.belay.core.tx..",
              "io.belay.core.fee..",
              "io.belay.core.decode..",
              "io.belay.core.token..",
              "io.belay.core.send..",
              "io.belay.core.track..",
              "io.belay.core.practice..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.belay.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule web3jsLossyPartsAreNotUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.web3j\\.(protocol\\.http|protocol\\.websocket|ens)\\.(?!events\\.).*"
                  + "|org\\.web3j\\.crypto\\.(Wallet|WalletUtils|MnemonicUtils|StructuredDataEncoder|"
                  + "Bip32ECKeyPair|Bip44WalletUtils)")
          .because("they drop headers, never reconnect, or compute wrong digests and seeds");

  @ArchTest
  static final ArchRule noPackageIsACatchAll =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..", "..impl..");
}
