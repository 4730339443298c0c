package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeRaw;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeVault;
import io.belay.base.Hex;
import io.belay.core.decode.Erc20Call;
import io.belay.core.money.Wei;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.store.ContactEntry;
import io.belay.core.tx.RawParts;
import io.belay.core.tx.SignedTransaction;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// Search, labels, export, hidden amounts, the palette and QR parts in a headless window; keeps
/// pictures of them.
class JournalWindowUiTest {
  private final WindowFixture window = new WindowFixture();
  private final FakeSession session = window.session;

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // each test opens a window first
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private void open(List<TxRecord> journal) throws Exception {
    session.activity.set(journal);
    window.contacts.add(new ContactEntry(0, FakeVault.DAILY, "Ana", ""));
    hands = window.unlocked();
  }

  private List<TxRecord> journal() {
    String data = new Erc20Call.Transfer(FakeVault.SAVINGS, BigInteger.valueOf(1_250_000)).data();
    return List.of(
        FakeTx.of(120, TxState.SEEN),
        FakeTx.of(FakeTx.call(119, FakeSession.ether("12.75"), "0x"), TxState.FINAL, List.of()),
        FakeTx.of(FakeTx.call(118, Wei.ZERO, data), TxState.FINAL, List.of()),
        FakeTx.reverted(117));
  }

  private int rows() {
    return hands.stage().getScene().getRoot().lookupAll(".row").size();
  }

  private void press(KeyCode code, boolean shift) {
    Hands.run(() -> {
      Node target =
          Optional.ofNullable(hands.stage().getScene().getFocusOwner())
              .orElse(hands.stage().getScene().getRoot());
      target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false));
    });
  }

  @Test
  void searchFiltersAndExportOfWhatIsLeft() throws Exception {
    window.labels.put(FakeTx.hash(119), "Rent for May");
    open(journal());
    hands.press(KeyCode.F, true);
    hands.await("Rent for May");
    assertThat(Hands.ask(() -> hands.stage().getScene().getFocusOwner().getId()))
        .isEqualTo("activity-search");
    hands.awaitThat("four lines", () -> rows() == 4);
    hands.pictures("journal");
    hands.fill("#activity-search", "rent");
    hands.await("1 of 4 shown");
    hands.awaitThat("one line", () -> rows() == 1);
    hands.fire("#to-export");
    hands.fill("#export-folder", folder.toString());
    hands.fire("#export-csv");
    hands.await("1 transactions were written to");
    hands.pictures("journal-export");
    hands.fire("#export-csv");
    hands.await("there already");
    try (var files = Files.list(folder)) {
      assertThat(Files.readString(files.findFirst().orElseThrow()).lines()).hasSize(2);
    }
    hands.fill("#activity-search", "nothing like this");
    hands.await("No transaction fits.");
    hands.picture("journal-nothing");
    hands.fire("#find-clear");
    hands.awaitThat("all lines", () -> rows() == 4);
  }

  @Test
  void aLabelIsKeptAndListed() throws Exception {
    open(journal());
    hands.fire("#nav-activity");
    hands.awaitThat("lines", () -> rows() == 4);
    Hands.run(() -> {
      ListView<?> list = (ListView<?>) hands.stage().getScene().getRoot().lookup(".tx-list");
      list.getSelectionModel().select(0);
      list.requestFocus();
    });
    hands.press(KeyCode.ENTER, false);
    hands.await("Sent 0.05 ETH to Ana");
    hands.fill("#tx-label", "Birthday");
    hands.fire("#tx-label-keep");
    hands.await("Kept.");
    hands.pictures("journal-label");
    assertThat(window.labels.labels().get()).containsEntry(FakeTx.hash(120), "Birthday");
    hands.press(KeyCode.ESCAPE, false);
    hands.await("Birthday");
  }

  @Test
  void ofAHundredThousandOnlyThoseInViewAreMade() throws Exception {
    List<TxRecord> many =
        LongStream.range(0, 100_000)
            .mapToObj(i -> FakeTx.named(FakeTx.of(1, TxState.FINAL), FakeTx.hash(i)))
            .toList();
    open(many);
    hands.fire("#nav-activity");
    hands.awaitThat("lines", () -> rows() > 5);
    assertThat(Hands.ask(this::rows)).isLessThan(40);
    Hands.run(() ->
        ((ListView<?>) hands.stage().getScene().getRoot().lookup(".tx-list")).scrollTo(99_999));
    assertThat(Hands.ask(this::rows)).isLessThan(60);
    hands.fill("#activity-search", FakeTx.hash(77_777).toString());
    hands.await("1 of 100,000 shown");
  }

  @Test
  void amountsAreHiddenEverywhereAtOnceAndRemembered() throws Exception {
    open(journal());
    hands.await("0.05 ETH");
    press(KeyCode.H, true);
    hands.awaitThat("no amount", () -> hands.texts().stream().noneMatch(this::isAmount));
    hands.await("\u2022\u2022\u2022");
    hands.pictures("hidden-accounts");
    hands.fire("#nav-activity");
    hands.awaitThat("lines", () -> rows() == 4);
    assertThat(Hands.ask(hands::texts)).noneMatch(this::isAmount);
    assertThat(Hands.ask(this::spoken)).noneMatch(this::isAmount);
    hands.pictures("hidden-activity");
    hands.awaitThat("kept", window.hiding.hidden::get);
    press(KeyCode.H, true);
    hands.await("12.75 ETH");
    hands.awaitThat("kept", () -> !window.hiding.hidden.get());
  }

  @Test
  void hiddenOnceHiddenFromTheStart() throws Exception {
    window.hiding.hidden.set(true);
    open(journal());
    hands.await("\u2022\u2022\u2022");
    hands.awaitThat("no amount", () -> hands.texts().stream().noneMatch(this::isAmount));
  }

  private boolean isAmount(String text) {
    return text.matches("(?s).*\\d\\.\\d+.*");
  }

  private List<String> spoken() {
    return hands.stage().getScene().getRoot().lookupAll("*").stream()
        .map(node -> Optional.ofNullable(node.getAccessibleText()).orElse(""))
        .toList();
  }

  @Test
  void thePaletteLeadsAnywhereByKeysAlone() throws Exception {
    open(journal());
    Hands.run(() -> hands.find("#nav-accounts", Node.class).requestFocus());
    hands.press(KeyCode.K, true);
    hands.await("Go to Accounts");
    assertThat(Hands.ask(() -> hands.stage().getScene().getFocusOwner().getId()))
        .isEqualTo("palette-field");
    hands.pictures("palette");
    hands.press(KeyCode.ESCAPE, false);
    assertThat(Hands.ask(() -> hands.find("#palette", Node.class).isVisible())).isFalse();
    assertThat(Hands.ask(() -> hands.stage().getScene().getFocusOwner().getId()))
        .isEqualTo("nav-accounts");
    hands.press(KeyCode.K, true);
    hands.fill("#palette-field", "savings");
    hands.picture("palette-found");
    hands.press(KeyCode.ENTER, false);
    hands.await("Receive to Savings");
    hands.press(KeyCode.K, true);
    hands.fill("#palette-field", "lock now");
    hands.press(KeyCode.ENTER, false);
    hands.awaitThat("locked", () -> hands.stage().getScene().getRoot().lookup("#unlock") != null);
  }

  @Test
  void helpListsTheKeysAndConfirmsNothing() throws Exception {
    open(journal());
    hands.press(KeyCode.F1, false);
    hands.await("Ctrl+Shift+H");
    hands.pictures("keys");
    hands.fill("#palette-field", "confirm");
    hands.press(KeyCode.ENTER, false);
    assertThat(session.replaced).isEmpty();
    assertThat(Hands.ask(() -> hands.find("#palette", Node.class).isVisible())).isFalse();
  }

  @Test
  void aLongTransactionGoesInPartsThatTurnByHandOrByThemselves() throws Exception {
    TxRecord long10k = FakeTx.of(118, TxState.SIGNED);
    session.signedBytes.put(long10k.hash(), SignedTransaction.of(Hex.decode(FakeRaw.large())));
    open(List.of(long10k));
    hands.fire("#nav-activity");
    hands.awaitThat("line", () -> rows() == 1);
    Hands.run(() -> {
      ListView<?> list = (ListView<?>) hands.stage().getScene().getRoot().lookup(".tx-list");
      list.getSelectionModel().select(0);
      list.requestFocus();
    });
    hands.press(KeyCode.ENTER, false);
    int count = RawParts.of(Hex.decode(FakeRaw.large())).size();
    hands.fire("#deed-export");
    hands.await("This transaction takes " + count + " codes");
    hands.fire("#qr-next");
    Hands.run(() -> hands.find("#qr-turning", ToggleButton.class).setSelected(false));
    String first = Hands.ask(() -> hands.find("#qr-number", Label.class).getText());
    hands.fire("#qr-next");
    String second = Hands.ask(() -> hands.find("#qr-number", Label.class).getText());
    assertThat(second).isNotEqualTo(first).matches("part \\d+ of " + count);
    hands.fire("#qr-previous");
    assertThat(Hands.ask(() -> hands.find("#qr-number", Label.class).getText())).isEqualTo(first);
    hands.grow(1300);
    Hands.run(() -> {
      hands.find("#signed-bytes", TitledPane.class).setAnimated(false);
      ((ScrollPane) hands.stage().getScene().getRoot().lookup(".scroll-pane")).setVvalue(1);
    });
    hands.pictures("qr-parts");
  }
}
