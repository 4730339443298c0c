package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTyped;
import io.belay.app.fake.FakeVault;
import io.belay.base.ChainId;
import io.belay.base.Signature;
import io.belay.core.chain.Chain;
import io.belay.core.state.Observed;
import io.belay.keystore.SigningPayload;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Signing and verifying, in a headless window.
class SignWindowUiTest {
  private static final long HERE = FakeSession.CHAIN.id().value();
  private static final String MAX =
      "115792089237316195423570985008687907853269984665640564039457584007913129639935";

  private final WindowFixture window = new WindowFixture();
  private final List<SigningPayload> signed = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init") // each test opens a window first
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void open() throws Exception {
    window.door.signer =
        (account, payload) -> {
          signed.add(payload);
          return new Signature(BigInteger.TWO, BigInteger.TEN, 1);
        };
    window.session.tell(FakeSession.USDC, Observed.Level.AGREED);
    hands = window.unlocked();
    hands.fire("#nav-sign");
    hands.awaitThat("the page", () -> hands.find("#sign-text", Node.class) != null);
  }

  private void look(String text) throws Exception {
    hands.fill("#sign-text", text);
    hands.fire("#sign-look");
    hands.awaitThat("review", () -> hands.find("#sign-confirm", Node.class) != null);
  }

  private void toggle(String id) {
    Hands.run(() -> hands.find(id, ToggleButton.class).fire());
  }

  @Test
  void aMessageIsReviewedSignedByCtrlEnterAndItsSignatureCopied() throws Exception {
    open();
    hands.pictures("sign-empty");
    look("I agree to the terms.  \nTotal: \u202e0001\u202c USDC\n");
    hands.grow(1000);
    hands.pictures("sign-message");
    assertThat(Hands.ask(() -> hands.find("#risk-hidden", Node.class))).isNotNull();
    hands.press(KeyCode.ENTER, false);
    hands.press(KeyCode.ENTER, true);
    assertThat(signed).isEmpty();
    Hands.run(() -> hands.find("#sign-meant", CheckBox.class).fire());
    Hands.run(() -> hands.find("#sign-confirm", Button.class).requestFocus());
    hands.press(KeyCode.ENTER, false);
    assertThat(signed).isEmpty();
    hands.press(KeyCode.ENTER, true);
    hands.await("Copy signature");
    assertThat(signed).hasSize(1);
    hands.pictures("sign-done");
    hands.fire("#sign-copy");
    String shown = Hands.ask(() -> hands.find("#sign-signature", TextArea.class).getText());
    assertThat(shown).hasSize(132).endsWith("1c");
    assertThat(Hands.ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(shown);
    hands.fire("#sign-another");
    assertThat(Hands.ask(() -> hands.find("#sign-text", TextArea.class).getText())).isEmpty();
    assertThat(window.session.activity.get()).isEmpty();
  }

  @Test
  void aPermitShowsWhoMayTakeWhatAndEscLeadsBack() throws Exception {
    open();
    toggle("#sign-form-typed");
    look(FakeTyped.permit(HERE, MAX));
    hands.grow(1300);
    hands.pictures("sign-permit");
    assertThat(Hands.ask(hands::texts))
        .contains("This lets somebody take your token", "An amount without limit");
    hands.press(KeyCode.ESCAPE, false);
    hands.awaitThat("form", () -> hands.find("#sign-look", Node.class) != null);
    assertThat(Hands.ask(() -> hands.find("#sign-text", TextArea.class).getText()))
        .isEqualTo(FakeTyped.permit(HERE, MAX));
  }

  @Test
  void aMessageFromRightToLeftIsLaidOut() throws Exception {
    open();
    look("أوافق على الشروط ".repeat(30));
    hands.picture("sign-arabic");
    hands.press(KeyCode.ENTER, true);
    hands.await("Copy signature");
    assertThat(signed).hasSize(1);
  }

  @Test
  void anOrderIsATree() throws Exception {
    open();
    toggle("#sign-form-typed");
    look(FakeTyped.order(HERE));
    hands.grow(1500);
    hands.pictures("sign-order");
    assertThat(Hands.ask(hands::texts)).contains("1.5 ETH", "2.5 USDC", "consideration");
  }

  @Test
  void whatIsForAnotherNetworkIsSignedThereAndNothingIsTypedTwice() throws Exception {
    FakeSession other = new FakeSession();
    Chain here = FakeSession.CHAIN;
    other.chain =
        new Chain(
            ChainId.of(1),
            "Ethereum",
            "eth",
            here.currency(),
            here.blockTime(),
            here.rules(),
            false);
    window.nets =
        new FakeNets(
            WindowFixture.net(window.session, Optional.empty()),
            WindowFixture.net(other, Optional.empty()));
    open();
    toggle("#sign-form-typed");
    look(FakeTyped.permit(1, "2500000"));
    hands.grow(1200);
    hands.pictures("sign-refused");
    hands.press(KeyCode.ENTER, true);
    hands.awaitThat("a way there", () -> hands.find("#sign-turn", Node.class) != null);
    hands.fire("#sign-turn");
    hands.await("Recent activity");
    hands.fire("#nav-sign");
    assertThat(Hands.ask(() -> hands.find("#sign-text", TextArea.class).getText()))
        .isEqualTo(FakeTyped.permit(1, "2500000"));
    hands.fire("#sign-look");
    hands.await("What it says: Permit");
    assertThat(signed).isEmpty();
  }

  @Test
  void lockingClearsThePage() throws Exception {
    open();
    look("Hello");
    hands.press(KeyCode.L, true);
    hands.awaitThat("gate", () -> hands.find("#password", Node.class) != null);
    hands.fill("#password", FakeVault.PASSWORD);
    hands.fire("#unlock");
    hands.await("Recent activity");
    hands.fire("#nav-sign");
    assertThat(Hands.ask(() -> hands.find("#sign-text", TextArea.class).getText())).isEmpty();
  }

  @Test
  void aSignatureIsVerified() throws Exception {
    open();
    toggle("#sign-part-verify");
    hands.fill("#verify-text", "Some data");
    hands.fill(
        "#verify-signature",
        "0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
            + "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a0291c");
    hands.fill("#verify-address", "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23");
    hands.fire("#verify-do");
    hands.await("Valid: this address signed exactly this");
    hands.grow(1000);
    hands.pictures("verify-valid");
    hands.fill("#verify-text", "Some data.");
    hands.fire("#verify-do");
    hands.await("Not valid: another address comes out");
  }
}
