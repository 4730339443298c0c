package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.shell.Hands;
import io.belay.core.send.Purpose;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A payment that no block takes is sped up, then cancelled, on the real practice network: of the
/// three at one nonce exactly the last goes in.
@Timeout(120)
class ReplaceWindowUiTest {
  private static final int FINALITY = 6;
  private static final String FRIEND = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final int NO_BLOCK = 600_000;

  @TempDir Path directory;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private PracticeWindow window;

  @SuppressWarnings("NullAway.Init")
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() throws Exception {
    window = PracticeWindow.open(directory, NO_BLOCK);
    hands = window.hands();
    window.practise("nine ropes and a carabiner");
    // the faucet pays some time after the click: a block a second, each looked at when asked for,
    // until it is in one
    for (int block = 0; block < 8 && !isPaidWithinASecond(); block++) {
      window.mine();
      hands.press(KeyCode.F5, false);
    }
    assertThat(isPaidWithinASecond())
        .as("paid by the faucet, seen %s", Hands.ask(hands::texts))
        .isTrue();
  }

  private boolean isPaidWithinASecond() {
    try {
      WaitForAsyncUtils.waitFor(1, TimeUnit.SECONDS, () -> Hands.ask(window::isPaid));
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void ofThreeAtOneNonceTheLastGoesIn() throws Exception {
    hands.press(KeyCode.N, true);
    hands.type("#to", FRIEND);
    hands.type("#amount", "0.1");
    hands.await("= 0.1 PETH");
    hands.fire("#review");
    hands.await("Sign and send");
    hands.press(KeyCode.ENTER, true);
    second("#deed-speed-up", "Review: speed up", Purpose.SPEED_UP);
    hands.pictures("replace-sped-up");
    second("#deed-cancel", "Review: cancel", Purpose.CANCEL);
    hands.pictures("replace-cancelled");
    window.mine();
    hands.awaitThat("the last is in", () -> of(Purpose.CANCEL).state().isIncluded());
    for (int block = 0; block < FINALITY; block++) {
      window.mine(); // what it displaced is out for good once it is final
    }
    hands.awaitThat("the first is out", () -> of(Purpose.TRANSFER).state() == TxState.REPLACED);
    hands.awaitThat("the second is out", () -> of(Purpose.SPEED_UP).state() == TxState.REPLACED);
    hands.fire("#nav-activity");
    hands.pictures("replace-over");
    assertThat(window.session().activity().get())
        .extracting(TxRecord::nonce)
        .containsOnly(of(Purpose.CANCEL).nonce());
  }

  private void second(String deed, String review, Purpose purpose) throws Exception {
    hands.awaitThat("its page", () -> hands.find(deed, Node.class) != null);
    hands.awaitThat(deed, () -> !hands.find(deed, Button.class).isDisabled());
    hands.fire(deed);
    hands.await(review);
    hands.press(KeyCode.ENTER, true);
    hands.awaitThat(
        "signed", () -> window.session().activity().get().stream().anyMatch(r -> is(r, purpose)));
  }

  private TxRecord of(Purpose purpose) {
    return window.session().activity().get().stream()
        .filter(r -> is(r, purpose))
        .findFirst()
        .orElseThrow();
  }

  private static boolean is(TxRecord record, Purpose purpose) {
    return record.facts().purpose() == purpose;
  }
}
