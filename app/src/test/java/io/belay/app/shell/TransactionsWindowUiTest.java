package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeRaw;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeVault;
import io.belay.core.decode.Erc20Call;
import io.belay.core.decode.RevertReason;
import io.belay.core.money.Wei;
import io.belay.core.send.NonceChart;
import io.belay.core.send.NonceSlot;
import io.belay.core.send.NonceSlot.Kind;
import io.belay.core.send.Purpose;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// Activity, one transaction in all its states, nonces, and raw transactions, in a headless window;
/// keeps pictures of it.
class TransactionsWindowUiTest {
  private final WindowFixture window = new WindowFixture();
  private final FakeSession session = window.session;

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // each test opens a window first
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private void open(TxRecord... journal) throws Exception {
    session.activity.set(List.of(journal));
    hands = window.unlocked();
    hands.fire("#nav-activity");
  }

  private void openLine(int line) {
    Hands.run(() ->
        hands.stage().getScene().getRoot().lookupAll(".row").stream()
            .toList()
            .get(line)
            .requestFocus());
    hands.press(KeyCode.ENTER, false);
  }

  private void scroll(double part) {
    Hands.run(() ->
        ((ScrollPane) hands.stage().getScene().getRoot().lookup(".scroll-pane")).setVvalue(part));
  }

  private static TxRecord token(long nonce) {
    String data =
        new Erc20Call.Transfer(FakeVault.SAVINGS, BigInteger.valueOf(1_250_000_000)).data();
    return FakeTx.of(
        FakeTx.call(nonce, Wei.ZERO, data),
        TxState.FINAL,
        List.of(FakeTx.row(0, "accepted", "accepted", true)));
  }

  @Test
  void listSaysPurposeAndStateAndWhatIsWrong() throws Exception {
    TxRecord faster =
        FakeTx.named(FakeTx.of(118, TxState.SENDING), FakeTx.hash(900))
            .with(FakeTx.facts(Purpose.SPEED_UP, Optional.of(FakeTx.hash(118)), 0, 0));
    open(
        FakeTx.of(120, TxState.SEEN),
        faster,
        FakeTx.of(118, TxState.STUCK),
        FakeTx.reverted(117),
        token(116));
    hands.await("Sped up: Sent 0.05 ETH to 0xfB69…d359");
    hands.await("In a block, but the contract refused it");
    hands.await("Sent 1,250,000,000 smallest units of the token");
    hands.await("Savings: nonce 118 waits for long, its fee is too low");
    hands.pictures("tx-list");
    Hands.run(() -> hands.find("#filter-done", ToggleButton.class).fire());
    hands.awaitThat(
        "one line", () -> hands.stage().getScene().getRoot().lookupAll(".row").size() == 1);
  }

  @Test
  void speedUpIsReviewedAndEnterAloneSignsNothing() throws Exception {
    TxRecord stuck =
        FakeTx.privately(
            FakeTx.of(118, TxState.STUCK)
                .with(FakeTx.facts(Purpose.TRANSFER, Optional.empty(), 400, 0)));
    open(stuck);
    openLine(0);
    hands.await("Waiting: its fee is too low");
    hands.await("Not in a block yet: 12 blocks (2 min) so far.");
    hands.await("Next re-send in 12 s (same bytes).");
    hands.await("Only private relays");
    hands.pictures("tx-stuck");
    scroll(1);
    hands.picture("tx-stuck-foot");
    hands.fire("#deed-speed-up");
    hands.await("Review: speed up");
    hands.await("0.000378 ETH (21,000 gas, at most 18 gwei each), 0.000042 ETH more");
    assertThat(Hands.ask(() -> hands.stage().getScene().getFocusOwner().getId()))
        .isEqualTo("second-back");
    hands.pictures("tx-review-speed-up");
    Hands.run(() -> hands.find("#second-confirm", Node.class).requestFocus());
    hands.press(KeyCode.ENTER, false);
    assertThat(session.replaced).isEmpty();
    hands.press(KeyCode.ENTER, true);
    hands.await("Sped up: Sent 0.05 ETH to " + FakeVault.DAILY);
    assertThat(session.replaced).hasSize(1);
    hands.await("In place of");
    hands.pictures("tx-sped-up");
  }

  @Test
  void cancelIsGivenUpByEscape() throws Exception {
    open(FakeTx.of(118, TxState.SEEN));
    openLine(0);
    hands.fire("#deed-cancel");
    hands.await("Review: cancel");
    hands.picture("tx-review-cancel");
    hands.press(KeyCode.ESCAPE, false);
    hands.await("Next re-send in");
    assertThat(session.replaced).isEmpty();
    hands.press(KeyCode.ESCAPE, false);
    hands.await("On their way");
  }

  @Test
  void sideStatesSpeakForThemselves() throws Exception {
    TxRecord other = FakeTx.named(FakeTx.of(116, TxState.FINAL), FakeTx.hash(900));
    session.refusal = Optional.of(new RevertReason.Words("the till is closed"));
    TxRecord holed =
        FakeTx.of(
            FakeTx.payment(118),
            TxState.SEEN,
            List.of(
                FakeTx.hole(0),
                FakeTx.row(1, "accepted", "accepted", true),
                FakeTx.row(3, "no-answer", "timeout", false),
                FakeTx.echo(5)));
    open(
        holed,
        FakeTx.reverted(117),
        FakeTx.of(116, TxState.REPLACED).replacedBy(Optional.of(other.hash())),
        other,
        FakeTx.of(115, TxState.DROPPED)
            .with(FakeTx.facts(Purpose.TRANSFER, Optional.empty(), 400, 409)));
    openLine(0);
    hands.await("Alpine said it took your transaction");
    hands.await("Black hole");
    hands.pictures("tx-black-hole");
    hands.press(KeyCode.ESCAPE, false);
    openLine(1);
    hands.await("“the till is closed”");
    assertThat(hands.find("#deed-resend", Button.class).isDisabled()).isTrue();
    hands.await("Speed up, Cancel, Re-send now: it is in a block already.");
    hands.pictures("tx-reverted");
    hands.press(KeyCode.ESCAPE, false);
    openLine(2);
    hands.await("Another transaction with nonce 116 took its place");
    hands.pictures("tx-replaced");
    hands.fire("#link-" + other.hash().toString().substring(2, 10));
    hands.await("Nothing more happens to it.");
    hands.press(KeyCode.ESCAPE, false);
    openLine(4);
    hands.await("At least two operators no longer hold it (3 blocks)");
    hands.picture("tx-dropped");
  }

  @Test
  void waysOutAndLifeboatAreThereWhileNobodyTakesIt() throws Exception {
    open(
        FakeTx.of(
            FakeTx.payment(118),
            TxState.SIGNED,
            List.of(
                FakeTx.row(0, "not-reached", "refused", false),
                FakeTx.row(1, "not-reached", "dns", false))));
    openLine(0);
    hands.await("Ways out");
    hands.await("Lifeboat: by hand");
    hands.grow(1300);
    hands.pictures("tx-ways");
    hands.fireCalled("Show the bytes");
    hands.await("Save QR picture");
    hands.fill("#bytes-folder", folder.toString());
    hands.fire("#bytes-picture");
    hands.await("Written to");
    scroll(1);
    hands.pictures("tx-lifeboat");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void noncesShowWhatIsWhereAndFillTheGap() throws Exception {
    session.charts.put(
        FakeVault.SAVINGS,
        new NonceChart(
            FakeVault.SAVINGS,
            new Observed.Proven<>(118L, FakeSession.evidence("alpine", "birch")),
            123,
            List.of(
                slot(117, Kind.MINED),
                slot(118, Kind.STUCK, "alpine", "birch"),
                slot(119, Kind.IN_POOL, "alpine", "birch", "ember"),
                slot(120, Kind.UNSEEN),
                new NonceSlot(121, Kind.GAP, Optional.empty(), List.of()),
                slot(122, Kind.FOREIGN))));
    open(
        FakeTx.of(122, TxState.SEEN),
        FakeTx.of(120, TxState.UNKNOWN),
        FakeTx.of(119, TxState.SEEN),
        FakeTx.of(118, TxState.STUCK),
        FakeTx.of(117, TxState.INCLUDED));
    hands.fire("#to-nonces");
    hands.await("Nothing is signed for it, and later ones wait for it.");
    hands.pictures("nonces");
    String account = FakeVault.SAVINGS.toLowerHex().substring(2, 8);
    hands.fire("#mend-" + account + "-120");
    hands.await("Nonce 120 was sent again.");
    assertThat(session.resent).containsExactly(FakeTx.hash(120));
    hands.fire("#mend-" + account + "-121");
    hands.await("Review: fill a gap");
    hands.picture("nonces-fill");
    hands.press(KeyCode.ENTER, true);
    hands.await("Fill nonce 121: nothing to yourself");
    assertThat(session.replaced).extracting(r -> r.purpose()).containsExactly(Purpose.FILL);
    hands.press(KeyCode.ESCAPE, false);
    hands.await("Mined below 118");
  }

  private static NonceSlot slot(long nonce, Kind kind, String... groups) {
    return new NonceSlot(nonce, kind, Optional.of(FakeTx.hash(nonce)), List.of(groups));
  }

  @Test
  void rawTransactionIsShownWarnedOfAndSent() throws Exception {
    open();
    hands.await("Nothing sent yet.");
    hands.picture("tx-empty");
    hands.press(KeyCode.O, true);
    hands.await("Signed bytes in hexadecimal");
    hands.fill("#raw-text", "0x02f8");
    hands.await("These bytes are no signed transaction.");
    hands.picture("raw-wrong");
    hands.fill("#raw-text", FakeRaw.on(1));
    hands.await("It is for chain 1; this window is on Practice");
    assertThat(hands.find("#raw-broadcast", Button.class).isDisabled()).isTrue();
    hands.pictures("raw-other-chain");
    hands.fill("#raw-text", FakeRaw.here());
    hands.await("It was not signed by an account here");
    hands.picture("raw-decoded");
    hands.fire("#raw-broadcast");
    hands.await("At least one endpoint took it");
    assertThat(session.broadcast).hasSize(1);
    scroll(1);
    hands.pictures("raw-sent");
    hands.press(KeyCode.ESCAPE, false);
    hands.await("Nothing sent yet.");
  }
}
