package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.shell.Hands;
import io.belay.core.send.TxState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// Outages in the real window over the real practice network: the first one, led by the hand, and
/// one of everybody, with the way back.
@Timeout(120)
class PracticeOutageUiTest {
  private static final String FRIEND = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  private static final List<String> ALL =
      List.of("practice-1", "practice-2", "practice-3", "practice-4");

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
  void openWithMoney() throws Exception {
    window = PracticeWindow.open(directory, 1000);
    hands = window.hands();
    window.practise("nine ropes and a carabiner");
    hands.awaitThat("10, proven", window::isPaid);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void review() throws Exception {
    hands.type("#to", FRIEND);
    hands.type("#amount", "0.1");
    hands.await("= 0.1 PETH");
    hands.fire("#review");
    hands.await("Sign and send");
  }

  @Test
  void theFirstOutageIsLivedThroughAndPutRightAgain() throws Exception {
    hands.await("Your first outage");
    hands.pictures("outage-offered");
    hands.fire("#outage-begin");
    hands.await("providers are cut now");
    hands.awaitThat("trouble is told", () -> dead() == 2);
    hands.pictures("outage-cut");
    hands.fire("#outage-send");
    review();
    hands.press(KeyCode.ENTER, true);
    hands.await("Nothing more happens to it.");
    hands.pictures("outage-transaction");
    hands.fire("#nav-accounts");
    hands.await("It went through with 2 of 4 providers dead");
    hands.pictures("outage-carried");
    hands.fire("#outage-end");
    hands.await("All 4 providers are back");
    hands.awaitThat("nobody is dead", () -> dead() == 0);
    hands.pictures("outage-over");
    hands.fire("#outage-done");
    assertThat(Hands.ask(hands::texts)).noneMatch(text -> text.startsWith("All 4 providers"));
    assertThat(window.session().activity().get()).hasSize(1);
  }

  private long dead() {
    var connectivity = window.session().connectivity().get();
    return connectivity.groups() - (long) connectivity.groupsUp();
  }

  @Test
  void whatIsSignedWhileNobodyAnswersIsDeliveredOnceTheyComeBack() throws Exception {
    hands.press(KeyCode.N, true);
    review();
    ALL.forEach(endpoint -> window.fault(endpoint, "refuse"));
    hands.press(KeyCode.ENTER, true);
    hands.awaitThat("signed", () -> window.session().activity().get().size() == 1);
    hands.awaitThat("everybody is known to be gone", () -> dead() == 4);
    hands.pictures("total-outage-transaction");
    TxState state = window.session().activity().get().getFirst().state();
    assertThat(state.reaches(TxState.ACCEPTED)).isFalse();
    hands.fire("#nav-accounts");
    hands.pictures("total-outage-accounts");
    ALL.forEach(endpoint -> window.fault(endpoint, "none"));
    hands.awaitThat(
        "it is final", () -> window.session().activity().get().getFirst().state() == TxState.FINAL);
    hands.press(KeyCode.D, true);
    hands.await("Ask all now");
    hands.fireCalled("Ask all now");
    hands.awaitThat("all are back", () -> dead() == 0);
    hands.pictures("total-outage-over");
    assertThat(window.session().activity().get()).hasSize(1);
  }
}
