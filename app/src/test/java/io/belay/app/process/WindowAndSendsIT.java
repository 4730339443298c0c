package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.PracticeWindow;
import io.belay.app.shell.Hands;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The window and three processes of the command line pay from one account of one data directory at
/// the same time: four transactions, four nonces, each once.
@Timeout(120)
class WindowAndSendsIT {
  @TempDir Path directory;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theWindowAndThreeSendsAtOnce() throws Exception {
    try (Served served = new Served(directory, 1);
        PracticeWindow window = PracticeWindow.open(served.program().directory(), 1000)) {
      Hands hands = window.hands();
      unlock(hands);
      List<Program.Running> sends = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sends.add(served.program().start(served.send("--id", "beside-" + i)));
      }
      payInTheWindow(hands);

      List<Long> nonces = new ArrayList<>();
      for (Program.Running send : sends) {
        nonces.add(send.await().done(0).json().path("nonce").asLong());
      }
      hands.await("Nothing more happens to it.");
      List<TxRecord> records = window.session().activity().get();
      assertThat(records).hasSize(4);
      assertThat(records)
          .extracting(record -> record.transaction().nonce())
          .containsExactlyInAnyOrder(0L, 1L, 2L, 3L)
          .containsAll(nonces);
      hands.awaitThat(
          "all four final",
          () ->
              window.session().activity().get().stream()
                  .allMatch(record -> record.state() == TxState.FINAL));
      assertThat(served.truth(Served.FRIEND))
          .isEqualTo(BigInteger.TEN.pow(17).multiply(BigInteger.valueOf(4)));
    }
  }

  private static void unlock(Hands hands) throws TimeoutException {
    hands.await("Unlock");
    hands.type("#password", Served.PASSWORD);
    hands.fire("#unlock");
    hands.await("Recent activity");
  }

  private static void payInTheWindow(Hands hands) throws TimeoutException {
    hands.fire("#nav-send");
    hands.type("#to", Served.FRIEND);
    hands.type("#amount", "0.1");
    hands.await("= 0.1 PETH");
    hands.awaitThat(
        "a form that can be reviewed", () -> !hands.find("#review", Button.class).isDisabled());
    hands.fire("#review");
    hands.await("Sign and send");
    hands.press(KeyCode.ENTER, true);
  }
}
