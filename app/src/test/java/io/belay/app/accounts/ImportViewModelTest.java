package io.belay.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.accounts.ImportViewModel.Kind;
import io.belay.app.fake.FakeDesk;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.SameThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportViewModelTest {
  private static final String HEX = "01".repeat(32);

  private final SameThread background = new SameThread();
  private final FakeSession session = new FakeSession();
  private final FakeDesk desk =
      new FakeDesk(new FakeVault().unlock("Main vault", FakeVault.PASSWORD.toCharArray()));
  private final List<String> told = new ArrayList<>();
  private final ImportViewModel model =
      new ImportViewModel(FakeUi.with(background), desk, session, told::add);

  @Test
  void aKeyIsImportedUnderItsNameAndWiped() {
    model.name().set(" Old wallet ");
    char[] hex = HEX.toCharArray();
    model.importKey(hex);
    assertThat(told).containsExactly("Old wallet was imported.");
    assertThat(new String(hex)).isBlank();
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void aBadKeyIsToldAndWiped() {
    char[] hex = "12".toCharArray();
    model.importKey(hex);
    assertThat(told).isEmpty();
    assertThat(model.problem().get()).isNotBlank();
    assertThat(new String(hex)).isBlank();
  }

  @Test
  void aKeystoreNeedsItsFileAndTheRightPassword() {
    model.kind().set(Kind.KEYSTORE);
    char[] password = FakeVault.PASSWORD.toCharArray();
    model.importKeystore(password);
    assertThat(model.problem().get()).isEqualTo("Choose the file.");
    assertThat(new String(password)).isBlank();
    model.file().set("key.json");
    model.importKeystore("wrong".toCharArray());
    assertThat(model.problem().get()).isNotBlank();
    model.importKeystore(FakeVault.PASSWORD.toCharArray());
    assertThat(told).containsExactly("Account 3 was imported.");
    assertThat(model.progress().get()).isEqualTo(0.5);
  }

  @Test
  void anAddressIsWatchedOnceItIsOne() {
    model.kind().set(Kind.WATCH);
    model.watch();
    assertThat(model.problem().get()).isEqualTo("Give the address.");
    model.address().set("0x12");
    model.watch();
    assertThat(model.problem().get()).isNotBlank().isNotEqualTo("Give the address.");
    model.address().set("0x%040x".formatted(77));
    model.watch();
    assertThat(told).containsExactly("Watched 1 is watched.");
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void accountsUsedBeforeAreLookedForAfterALookAtTheChain() {
    model.kind().set(Kind.DISCOVER);
    model.discover();
    assertThat(session.refreshes.get()).isEqualTo(1);
    assertThat(model.looked().get()).isEqualTo("Looked at 1 addresses");
    assertThat(told).containsExactly("No other account of these words was used on this network.");
  }

  @Test
  void oneThingAtATimeAndCancelEndsIt() {
    background.hold();
    model.importKey(HEX.toCharArray());
    assertThat(model.busy().get()).isTrue();
    char[] second = HEX.toCharArray();
    model.importKey(second);
    assertThat(new String(second)).isBlank();
    model.discover();
    assertThat(session.refreshes.get()).isZero();
    model.cancel();
    assertThat(model.busy().get()).isFalse();
    assertThat(told).isEmpty();
  }
}
