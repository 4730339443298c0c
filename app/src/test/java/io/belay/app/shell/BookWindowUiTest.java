package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeTx;
import io.belay.app.fake.FakeVault;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The address book, a refused payment edited, and the proxy, in a headless window.
class BookWindowUiTest {
  private final WindowFixture window = new WindowFixture();
  private final FakeSession session = window.session;

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

  private static final String ANA = "0x52908400098527886E0F7030069857D2E4169EE7";

  private void scroll(double part) {
    Hands.run(() ->
        ((ScrollPane) hands.stage().getScene().getRoot().lookup(".scroll-pane")).setVvalue(part));
  }

  /// Daily's address with other digits in its middle.
  private static String twin() {
    String digits = FakeVault.DAILY.toLowerHex().substring(2);
    return "0x" + digits.substring(0, 4) + "0".repeat(32) + digits.substring(36);
  }

  @Test
  void whoIsAddedIsOfferedInTheFormAndCalledByName() throws Exception {
    open(FakeTx.of(118, TxState.SEEN));
    hands.fire("#nav-book");
    hands.await("Nobody here yet.");
    hands.pictures("book-empty");
    hands.fire("#book-add");
    hands.fill("#book-name", "Ana");
    hands.fill("#book-address", twin());
    hands.await("It looks like Daily");
    hands.pictures("book-twin");
    hands.fill("#book-address", FakeVault.DAILY.toString());
    hands.fill("#book-note", "The one in Basel");
    hands.fire("#book-save");
    hands.await("The one in Basel");
    hands.fire("#book-add");
    hands.fill("#book-name", "Ben");
    hands.fill("#book-address", ANA);
    hands.fire("#book-save");
    hands.await("Ben");
    hands.fire("#book-remove-52908400");
    hands.await("Ben was removed.");
    hands.pictures("book-list");
    hands.fire("#book-undo");
    hands.awaitThat(
        "Ben again", () -> hands.stage().getScene().lookup("#book-remove-52908400") != null);
    hands.fire("#nav-activity");
    hands.await("Sent 0.05 ETH to Ana");
    hands.fire("#nav-send");
    Hands.run(() -> hands.find("#pick-payee", MenuButton.class).getItems().getFirst().fire());
    hands.await("Daily, your own account");
    hands.fill("#to", twin());
    hands.await("It begins and ends like");
    Hands.run(() -> hands.find(".titled-pane", TitledPane.class).setExpanded(true));
    hands.grow(1100);
    hands.await("No private relay is on for this network.");
    hands.pictures("send-twin-private");
  }

  @Test
  void aRefusedPaymentIsEditedAtItsNonce() throws Exception {
    open(
        FakeTx.of(
            FakeTx.payment(118),
            TxState.REJECTED,
            List.of(
                FakeTx.row(0, "rejected", "fee-too-low", false),
                FakeTx.row(1, "rejected", "fee-too-low", false))));
    Hands.run(() -> hands.stage().getScene().getRoot().lookup(".row").requestFocus());
    hands.press(KeyCode.ENTER, false);
    hands.await("At least two operators refused it");
    hands.pictures("tx-rejected");
    hands.fire("#deed-again");
    hands.await("A new payment in the place of the refused one");
    assertThat(Hands.ask(() -> hands.find("#to", TextField.class).getText()))
        .isEqualTo(FakeVault.DAILY.toString());
    hands.pictures("send-again");
  }

  @Test
  void theProxyIsSetOnTheConnectivityPage() throws Exception {
    open();
    hands.fire("#nav-connectivity");
    hands.await("Endpoints are reached directly.");
    hands.fill("#proxy-address", "127.0.0.1");
    hands.fire("#proxy-use");
    hands.await("A proxy is an address such as");
    hands.fill("#proxy-address", "socks5://127.0.0.1:9050");
    hands.fire("#proxy-use");
    hands.await("each its own circuit");
    hands.grow(1500);
    scroll(0.7);
    hands.pictures("connectivity-proxy");
    hands.fire("#proxy-remove");
    hands.await("Endpoints are reached directly.");
  }
}
