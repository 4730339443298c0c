package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakePlans;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.base.WalletException;
import io.belay.core.decode.Erc20Call;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The send form and its review in a headless window, in all that can come up in them.
class SendWindowUiTest {
  private final WindowFixture window = new WindowFixture();
  private final FakeSession session = window.session;
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void openForm() throws Exception {
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(
            FakeSession.ether("4.181706"), FakeSession.evidence("alpine", "birch")));
    session.tokenBalances.put(FakeSession.USDC, Wei.of(1_250_000_000));
    window.nets = new FakeNets(WindowFixture.net(session, Optional.empty()));
    hands = window.unlocked();
    hands.fire("#nav-send");
    hands.await("Still needed: a recipient, an amount");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void fill() {
    hands.fill("#to", FakeVault.DAILY.toString());
    hands.fill("#amount", "0.05");
  }

  @Test
  void everyPaceHasItsAmountAndItsWait() throws Exception {
    hands.await("9 gwei per gas, in about 24 s");
    fill();
    hands.await("Daily, your own account. Never paid from here");
    hands.await("about 0.000189 ETH, in about 24 s");
    hands.await("in about 60 s");
    hands.await("in about 12 s");
    assertThat(hands.find("#review", Button.class).isDisabled()).isFalse();
    hands.pictures("send-form");
  }

  @Test
  void ownFeeSaysWhatItMeans() throws Exception {
    fill();
    hands.await("about 0.000189 ETH, in about 24 s");
    Hands.run(() -> hands.find("#fee-own", RadioButton.class).fire());
    assertThat(hands.find("#fee-max", TextInputControl.class).getText()).isEqualTo("17");
    hands.fill("#fee-max", "2000");
    hands.fill("#fee-tip", "2000");
    hands.await("so much that the review asks you to type its figure");
    hands.fill("#fee-tip", "1");
    hands.fill("#fee-max", "5");
    hands.await(
        "Below the 8 gwei that the network asks for now. It waits until fees fall, which takes");
    hands.fill("#fee-tip", "6");
    hands.await("The priority fee is part of the maximum, not more.");
    assertThat(hands.find("#review", Button.class).isDisabled()).isTrue();
    hands.await("Still needed: a fee");
    hands.pictures("send-own-fee");
  }

  @Test
  void tokenIsSentInItsOwnDecimals() throws Exception {
    hands.fill("#to", FakeVault.DAILY.toString());
    choose(1);
    hands.await("Its contract calls it USDC, with 6 decimals.");
    hands.await("1250 USDC");
    hands.fill("#amount", "0.1234567");
    hands.await("Finer than the smallest unit.");
    hands.fill("#amount", "12.5");
    hands.await("1237.5 USDC; the fee is paid in ETH");
    hands.await("about 0.000585 ETH, in about 24 s");
    hands.pictures("send-token");
    session.planned = FakePlans::withTokenSimulated;
    hands.fire("#review");
    hands.await("12.5 USDC");
    hands.await("It succeeds.");
    hands.await("− 12.5 USDC");
    hands.pictures("review-token");
  }

  @Test
  void namesakeOfAKnownTokenIsExposed() throws Exception {
    choose(2);
    hands.fill("#contract", FakeVault.DAILY.toString());
    hands.await("At this address is no token.");
    hands.fill("#contract", FakeSession.FALSE_USDC.contract().orElseThrow().toString());
    hands.await("This only calls itself usdc");
    hands.pictures("send-namesake");
  }

  @Test
  void everythingIsWorkedOutAtTheReview() throws Exception {
    hands.fill("#to", FakeVault.DAILY.toString());
    Hands.run(() -> hands.find("#max", ToggleButton.class).fire());
    hands.await("Everything there is. The review works it out, the fee taken off.");
    assertThat(hands.find("#amount", Node.class).isDisabled()).isTrue();
    hands.pictures("send-max");
    hands.fire("#review");
    hands.await("4.18137 ETH");
  }

  @Test
  void refusalStandsBesideItsField() throws Exception {
    fill();
    session.planned =
        plan -> {
          throw new WalletException(
              "would-revert", "the contract refuses this: “paused since June”");
        };
    hands.fire("#review");
    hands.await("“paused since June”");
    Label problem = hands.find("#problem-to", Label.class);
    assertThat(problem.isVisible()).isTrue();
    assertThat(Hands.ask(() -> Hands.isCut(problem))).isFalse(); // it takes two lines
    assertThat(hands.find("#amount", TextInputControl.class).getText()).isEqualTo("0.05");
    hands.pictures("send-refused");
    session.planned =
        plan -> {
          throw new WalletException("no-way-to-chain", "nobody answers");
        };
    hands.fire("#review");
    hands.await("No operator answers. Belay keeps trying; nothing was signed.");
    hands.await("Nothing was signed or sent. Your inputs are kept.");
    hands.pictures("send-no-way");
    hands.fill("#amount", "0.06");
    assertThat(Hands.ask(() -> hands.texts()))
        .doesNotContain("No operator answers. Belay keeps trying; nothing was signed.");
  }

  @Test
  void longPlanningIsSaidAndCanBeStopped() throws Exception {
    fill();
    CountDownLatch never = new CountDownLatch(1);
    session.planned =
        plan -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return plan;
        };
    hands.fire("#review");
    hands.await("Reading balance, nonce and fees, and trying it out");
    hands.awaitThat("a way to stop it", () -> hands.find("#stop-planning", Node.class).isVisible());
    hands.pictures("send-planning");
    hands.fire("#stop-planning");
    hands.awaitThat("the form again", () -> !hands.find("#review", Button.class).isDisabled());
    hands.awaitThat("the nonce given back", () -> session.released.size() == 1);
  }

  @Test
  void reviewShowsWhatComesOfItAndWhoCarriesIt() throws Exception {
    fill();
    session.planned = FakePlans::simulated;
    hands.fire("#review");
    hands.await("It succeeds.");
    hands.await("− 0.05 ETH");
    hands.await("Nothing else changes, but for the fee.");
    hands.await("Alpine · Birch · Dune · Ember");
    hands.await("Cedar");
    hands.await("118");
    hands.pictures("review-simulated");
    Hands.run(() -> hands.find("#bytes", TitledPane.class).setExpanded(true));
    hands.await("Bytes to be signed");
    Hands.run(() -> hands.find("#confirm", Node.class).requestFocus());
    hands.press(KeyCode.ENTER, false);
    assertThat(session.sent).isEmpty();
    hands.press(KeyCode.ENTER, true);
    hands.press(KeyCode.ENTER, true);
    hands.await("Seen by 2 of 5 operators.");
    assertThat(session.sent).hasSize(1);
  }

  @Test
  void twinOfAKnownAddressIsShownBesideIt() throws Exception {
    hands.fill("#to", FakePlans.TWIN_OF_DAILY.toString());
    hands.fill("#amount", "0.05");
    hands.await("Never paid from here");
    session.planned = FakePlans::withTwin;
    hands.fire("#review");
    hands.await("This address only looks like one you know");
    Node twins = Hands.ask(() -> hands.stage().getScene().getRoot().lookup(".twins"));
    assertThat(twins.getAccessibleText())
        .contains(FakeVault.DAILY.toString(), FakePlans.TWIN_OF_DAILY.toString())
        .endsWith("They differ in the groups 2, 3, 4, 5, 6, 7, 8, 9.");
    assertThat(twins.lookupAll(".differs")).hasSize(16);
    hands.pictures("review-twin");
  }

  @Test
  void extremeFeeIsSignedOnlyWithItsFigure() throws Exception {
    fill();
    session.planned = FakePlans::extreme;
    hands.fire("#review");
    hands.await("Off until you type 0.042");
    assertThat(hands.find("#confirm", Button.class).isDisabled()).isTrue();
    hands.press(KeyCode.ENTER, true);
    hands.fill("#fee-figure", "0.42");
    hands.press(KeyCode.ENTER, true);
    assertThat(session.sent).isEmpty();
    hands.pictures("review-extreme");
    hands.fill("#fee-figure", "0.042");
    assertThat(hands.find("#confirm", Button.class).isDisabled()).isFalse();
    hands.fire("#confirm");
    hands.await("Seen by 2 of 5 operators.");
    assertThat(session.sent).hasSize(1);
  }

  @Test
  void callOfAContractIsSaidInWords() throws Exception {
    hands.fill("#to", FakeSession.USDC.contract().orElseThrow().toString());
    hands.fill("#amount", "0");
    Hands.run(() ->
        ((TitledPane) hands.stage().getScene().getRoot().lookup(".titled-pane")).setExpanded(true));
    hands.fill("#data", FakePlans.APPROVE_ALL);
    hands.awaitThat(
        "a call without money", () -> !hands.find("#review", Button.class).isDisabled());
    hands.pictures("send-data");
    session.planned = FakePlans::withApproval;
    hands.fire("#review");
    hands.await("take ALL of the token");
    hands.await("This lets somebody take all of a token");
    hands.await("Not simulated: nobody tried it out.");
    hands.pictures("review-call");
  }

  @Test
  void approvalOfAKnownTokenIsSaidWithItsPoint() throws Exception {
    session.tell(FakeSession.USDC, Observed.Level.AGREED);
    hands.fill("#to", FakeSession.USDC.contract().orElseThrow().toString());
    hands.fill("#amount", "0");
    Hands.run(() ->
        ((TitledPane) hands.stage().getScene().getRoot().lookup(".titled-pane")).setExpanded(true));
    hands.fill(
        "#data", new Erc20Call.Approve(FakeVault.DAILY, BigInteger.valueOf(1_500_000)).data());
    hands.awaitThat(
        "a call without money", () -> !hands.find("#review", Button.class).isDisabled());
    hands.fire("#review");
    hands.await("take up to 1.5 USDC (token 0xA0b8");
  }

  private void choose(int option) {
    Hands.run(() -> hands.find("#asset", ComboBox.class).getSelectionModel().select(option));
  }
}
