package io.belay.app.sign;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTyped;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import io.belay.app.sign.VerifyViewModel.Result;
import io.belay.app.sign.VerifyViewModel.Verdict;
import io.belay.app.unlock.VaultDoor.Opened;
import io.belay.base.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyViewModelTest {
  // web3.js, "eth.accounts.sign"
  private static final Address SIGNER = Address.parse("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23");
  private static final String SIGNATURE =
      "0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
          + "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c";

  private final FakeSession session = new FakeSession();
  private final SameThread background = new SameThread();
  private final Opened vault =
      new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray());
  private final VerifyViewModel model =
      new VerifyViewModel(FakeUi.with(background), session, vault.accounts(), session::known);

  private Verdict verify(String text, String address) {
    model.put(text);
    model.address().set(address);
    model.signature().set(SIGNATURE);
    model.verify();
    assertThat(model.problem().get()).isEmpty();
    assertThat(model.busy().get()).isFalse();
    return model.verdict().get().orElseThrow();
  }

  @Test
  void whoSignedIsFoundOut() {
    assertThat(verify("Some data", SIGNER.toString()))
        .isEqualTo(new Verdict(Result.VALID, Optional.of(SIGNER), ""));
    assertThat(verify("Some data", " ").result()).isEqualTo(Result.FOUND);
    assertThat(verify("Some data", FakeVault.DAILY.toString()).result()).isEqualTo(Result.OTHER);
    assertThat(verify("Some data ", SIGNER.toString()).result()).isEqualTo(Result.OTHER);
  }

  @Test
  void whoSignedIsCalledByName() {
    vault.watch(SIGNER, "Ana");
    assertThat(verify("Some data", "").name()).isEqualTo("Ana, in your list of addresses");
    assertThat(model.known(FakeVault.SAVINGS)).isEqualTo("Savings, your own account");
    assertThat(model.known(Address.ZERO)).isEmpty();
  }

  @Test
  void typedDataIsVerified() {
    // EIP-712's example
    model.put(FakeTyped.mail());
    model.address().set("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826");
    model
        .signature()
        .set(
            "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d\n"
                + "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c");
    model.verify();
    assertThat(model.verdict().get()).map(Verdict::result).contains(Result.VALID);
  }

  @Test
  void nobodysSignatureIsCalledSo() {
    model.put("Some data");
    // no point of the curve has 5 as its x
    model.signature().set("0x" + "0".repeat(63) + "5" + "0".repeat(63) + "11b");
    model.verify();
    assertThat(model.verdict().get()).contains(new Verdict(Result.NOBODY, Optional.empty(), ""));
  }

  @Test
  void anotherTextTakesTheVerdictAway() {
    verify("Some data", "");
    model.input().text().set("Some data.");
    assertThat(model.verdict().get()).isEmpty();
  }

  @Test
  void whatIsWrongIsToldAndKept() {
    model.verify();
    assertThat(model.problem().get()).startsWith("The signature is missing");
    model.signature().set("0x12");
    model.verify();
    assertThat(model.problem().get()).startsWith("A signature is not well formed");
    model.signature().set(SIGNATURE);
    model.address().set("0x12");
    model.verify();
    assertThat(model.problem().get()).isNotBlank();
    assertThat(model.verdict().get()).isEmpty();
    assertThat(model.signature().get()).isEqualTo(SIGNATURE);
    model.clear();
    assertThat(model.problem().get()).isEmpty();
    assertThat(model.signature().get()).isEmpty();
  }

  @Test
  void filesAreRead(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("message");
    Files.writeString(file, "Some data");
    model.open(file.toString());
    model.open("");
    assertThat(model.input().text().get()).isEqualTo("Some data");
    assertThat(model.busy().get()).isFalse();
    model.open(folder.resolve("none").toString());
    assertThat(model.problem().get()).startsWith("The file cannot be read");
  }

  @Test
  void itCanBeStopped() {
    background.hold();
    model.put("Some data");
    model.signature().set(SIGNATURE);
    model.verify();
    assertThat(model.busy().get()).isTrue();
    model.cancel();
    assertThat(model.busy().get()).isFalse();
    assertThat(model.verdict().get()).isEmpty();
  }
}
