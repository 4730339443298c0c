package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.app.fx.Theme;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxStanding;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.store.EgressRow;
import io.belay.core.tx.UnsignedTransaction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Walks the whole job in a headless window and keeps pictures of it.
class WindowUiTest {
  private final WindowFixture window = new WindowFixture();
  private final FakeSession session = window.session;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.Scheme.class,
      names = {"LIGHT", "DARK"})
  void walksFromUnlockToFinalEvidence(Theme.Scheme scheme) throws Exception {
    balances();
    Hands hands = open(scheme);
    hands.picture("unlock", scheme);

    hands.fill("#password", "wrong one");
    hands.fire("#unlock");
    hands.await("Wrong password. Nothing was changed.");
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
    hands.await("4.181706");
    hands.picture("accounts", scheme);

    hands.fire("#receive");
    hands.await("Receive to Savings");
    hands.picture("receive", scheme);
    hands.fire("#nav-send");
    hands.fill("#to", FakeVault.DAILY.toString());
    hands.fill("#amount", "0.05");
    hands.await("= 0.05 ETH");
    hands.picture("send", scheme);
    hands.fire("#review");
    hands.await("Sign and send");
    hands.picture("review", scheme);

    Hands.run(() -> hands.find("#confirm", Node.class).requestFocus());
    hands.press(KeyCode.ENTER, false);
    assertThat(session.sent).isEmpty();
    hands.press(KeyCode.ENTER, true);
    hands.await("Seen by 2 of 5 operators.");
    hands.picture("evidence", scheme);
    assertThat(session.sent).hasSize(1);

    hands.fire("#nav-activity");
    hands.await("Sent 0.05 ETH to");
    hands.picture("activity", scheme);
    hands.press(KeyCode.D, true);
    hands.await("Endpoints in trouble: 3.");
    hands.choose("#fault-practice-2", "slow");
    hands.picture("connectivity", scheme);
    decideAboutEndpoints(hands, scheme);
    hands.await("One failure is enough to stop you: Dune.");
    hands.fire("#drill");
    hands.await("Any one operator can fail.");
    hands.grow(1500);
    hands.picture("drill", scheme);
    hands.fire("#lock");
    hands.await("Unlock");
    assertThat(window.door.closed).isEqualTo(1);
  }

  private void decideAboutEndpoints(Hands hands, Theme.Scheme scheme) throws Exception {
    hands.fire("#blame-practice-5");
    hands.await("a balance failed its proof");
    hands.await("5 independent groups");
    hands.await("cannot be changed");
    hands.picture("connectivity-evidence", scheme);
    scroll(hands, 1);
    hands.picture("connectivity-practice", scheme);

    Hands.run(() -> hands.find("#net-choice", ComboBox.class).getSelectionModel().select(1));
    hands.await("My own node only");
    hands.fire("#net-help");
    hands.fill("#add-url", "http://node.example.org");
    hands.fire("#add-go");
    hands.await("Use https.");
    hands.picture("connectivity-add", scheme);
    hands.fill("#add-url", "https://node.example.org/v1/a-key");
    hands.fire("#add-go");
    hands.await("https://node.example.org/…");
    hands.fire("#net-test-node-example-org");
    hands.await("Gives proofs.");
    scroll(hands, 0.55);
    hands.picture("connectivity-endpoints", scheme);
    Hands.run(() -> hands.find("#policy-ask", RadioButton.class).fire());
    hands.await("wait for your yes");
    scroll(hands, 1);
    hands.picture("connectivity-policy", scheme);
    hands.fire("#policy-yes");
    hands.await("You said yes");
  }

  @Test
  void aPolicyThatIsNotKeptTurnsBack() throws Exception {
    Hands hands = window.unlocked();
    hands.press(KeyCode.D, true);
    hands.await("Ask all now");
    Hands.run(() -> hands.find("#net-choice", ComboBox.class).getSelectionModel().select(1));
    hands.await("My own node only");
    window.endpoints.full = true;
    Hands.run(() -> hands.find("#policy-own-only", RadioButton.class).fire());
    hands.await("No space left on the disk. Nothing was changed.");
    RadioButton kept = hands.find("#policy-any", RadioButton.class);
    hands.awaitThat("the kept policy is chosen", kept::isSelected);
    window.endpoints.full = false;
    Hands.run(() -> hands.find("#policy-own-only", RadioButton.class).fire());
    hands.await("Saved. Ethereum goes by it from now on.");
    assertThat(Hands.ask(kept::isSelected)).isFalse();
  }

  private static void scroll(Hands hands, double part) {
    Hands.run(() ->
        ((ScrollPane) hands.stage().getScene().getRoot().lookup(".scroll-pane")).setVvalue(part));
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.Scheme.class,
      names = {"LIGHT", "DARK"})
  void makesAVaultAndShowsItsWords(Theme.Scheme scheme) throws Exception {
    Hands hands = open(scheme);
    hands.fireCalled("Create a vault");
    hands.picture("create", scheme);
    hands.fill("#new-password", "long enough");
    hands.fill("#again", "long enough");
    hands.fire("#create");
    hands.await("wordl");
    hands.picture("words", scheme);
    hands.fire("#written");
    hands.await("Check what you wrote");
    hands.picture("check", scheme);
    hands.fire("#skip");
    hands.await("Recent activity");
  }

  @Test
  void chipAnswersHowThisIsKnown() throws Exception {
    balances();
    Hands hands = open(Theme.Scheme.LIGHT);
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
    hands.await("Single, one operator only");
    Hands.run(() -> {
      Node chip = hands.stage().getScene().getRoot().lookup(".table-cell .chip");
      chip.requestFocus();
    });
    hands.press(KeyCode.ENTER, false);
    var popups =
        WaitForAsyncUtils.waitForAsyncFx(
            5_000, () -> List.copyOf(Window.getWindows().filtered(w -> w instanceof Popup)));
    assertThat(popups).hasSize(1);
    var image =
        WaitForAsyncUtils.waitForAsyncFx(
            5_000, () -> popups.getFirst().getScene().getRoot().snapshot(null, null));
    Png.write(image, Path.of("target", "screenshots", "known-light.png"));
    Hands.run(() -> popups.getFirst().hide());
    Hands.run(() -> hands.stage().setWidth(900));
    hands.picture("narrow", Theme.Scheme.LIGHT);
  }

  @Test
  void focusStaysWhileListsChange() throws Exception {
    balances();
    Hands hands = open(Theme.Scheme.LIGHT);
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
    hands.await("4.181706");
    Node copy = Hands.ask(() -> hands.stage().getScene().getRoot().lookup(".table-cell .button"));
    Hands.run(copy::requestFocus);
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(FakeSession.ether("5.5"), FakeSession.evidence("alpine")));
    hands.press(KeyCode.F5, false);
    hands.await("5.5");
    assertThat(Hands.ask(() -> hands.stage().getScene().getFocusOwner())).isEqualTo(copy);

    session.activity.set(List.of(record(1, TxState.SEEN)));
    hands.fire("#nav-activity");
    hands.await("Sent 0.000000000000000005 ETH");
    Node line = Hands.ask(() -> hands.stage().getScene().getRoot().lookup(".row"));
    Hands.run(line::requestFocus);
    session.activity.set(List.of(record(2, TxState.SIGNED), record(1, TxState.FINAL)));
    hands.await("Final");
    assertThat(Hands.ask(() -> hands.stage().getScene().getFocusOwner())).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({
    "DIGIT2,Activity",
    "DIGIT3,What Belay knows now",
    "DIGIT4,Nobody here yet",
    "DIGIT5,Ask all now"
  })
  void pagesAreReachedByKeys(KeyCode code, String seen) throws Exception {
    Hands hands = open(Theme.Scheme.CONTRAST);
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
    hands.await("Recent activity");
    Hands.run(() ->
        hands
            .stage()
            .getScene()
            .getRoot()
            .fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false)));
    hands.await(seen);
    hands.picture("key-" + code.getChar(), Theme.Scheme.CONTRAST);
  }

  private static TxRecord record(long nonce, TxState state) {
    TxRecord seen =
        FakeSession.record(
            new UnsignedTransaction(
                FakeSession.CHAIN.id(),
                nonce,
                Wei.of(1),
                Wei.of(2),
                21_000,
                FakeVault.DAILY,
                Wei.of(5),
                "0x"),
            FakeVault.SAVINGS);
    return seen.with(
        new TxStanding(
            state,
            seen.succeeded(),
            seen.block(),
            seen.evidence(),
            seen.replacedBy(),
            seen.nextSend()));
  }

  private void balances() {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(
            FakeSession.ether("4.181706"), FakeSession.evidence("alpine", "birch")));
    session.balances.put(
        FakeVault.DAILY,
        new Observed.Single<>(FakeSession.ether("0.042318"), FakeSession.evidence("ember")));
  }

  private Hands open(Theme.Scheme scheme) {
    window.scheme = scheme;
    window.endpoints.egress.add(
        new EgressRow(
            1,
            "publicnode",
            FakeVault.SAVINGS,
            FakeSession.NOW.minusSeconds(90_000),
            FakeSession.NOW.minusSeconds(6),
            1_204));
    return window.open();
  }
}
