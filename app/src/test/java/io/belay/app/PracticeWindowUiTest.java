package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.shell.FirstDayHands;
import io.belay.app.shell.Hands;
import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.track.ChainSession;
import io.belay.core.tx.UnsignedTransaction;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The whole job in the window, with nothing faked: real chain, real vault, real journal, one
/// endpoint dead, one hanging, later one lying.
@Timeout(120)
class PracticeWindowUiTest {
  private static final String PASSWORD = "nine ropes and a carabiner";
  private static final String FRIEND = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

  @TempDir Path directory;
  private PracticeWindow window;
  private Hands hands;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() {
    window = PracticeWindow.open(directory, 1000);
    hands = window.hands();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void doesTheWholeJobWithOneDeadOneHangingAndOneLying() throws Exception {
    makeAVault();
    takePracticeMoney();
    breakTwoEndpoints();
    UnsignedTransaction reviewed = fillAndReview();
    confirmUntilFinal(reviewed);
    lookAtConnectivity();
    lockAndUnlock();
    catchALiar();
  }

  private void makeAVault() throws Exception {
    FirstDayHands day = new FirstDayHands(hands);
    day.begin("create");
    hands.await("New vault");
    hands.pictures("practice-create");
    day.makeVault(PASSWORD);
    hands.pictures("practice-words");
    List<String> words = day.words();
    assertThat(words).hasSize(12);
    day.writeBack(words);
    hands.picture("practice-check");
    hands.fire("#check");
    day.through("practice");
    day.goIn();
  }

  private void takePracticeMoney() throws Exception {
    hands.fire("#receive");
    hands.await("Receive to Account 1");
    hands.pictures("practice-receive");
    hands.fire("#faucet");
    hands.awaitThat("10, proven", () -> hands.texts().containsAll(List.of("10", "Proven")));
    hands.press(KeyCode.ESCAPE, false);
    hands.pictures("practice-accounts");
  }

  private void breakTwoEndpoints() throws Exception {
    hands.press(KeyCode.D, true);
    hands.await("Ask all now");
    hands.choose("#fault-practice-1", "refuse");
    hands.choose("#fault-practice-2", "hang");
    hands.await("Does not answer.");
  }

  private UnsignedTransaction fillAndReview() throws Exception {
    hands.fire("#nav-send");
    hands.type("#to", FRIEND.replace("53F3E", "53F4E"));
    hands.await("a character is wrong");
    hands.type("#amount", "0.1");
    assertThat(hands.find("#review", Button.class).isDisabled()).isTrue();
    hands.picture("practice-send-wrong");
    hands.type("#to", FRIEND);
    hands.await("= 0.1 PETH");
    hands.await("10 PETH");
    hands.pictures("practice-send");
    hands.fire("#review");
    hands.await("Sign and send");
    hands.pictures("practice-review");
    String bytes =
        Hands.ask(() ->
            ((TextInputControl) hands.stage().getScene().getRoot().lookup(".bytes")).getText());
    return UnsignedTransaction.decode(Hex.decode(bytes));
  }

  private void confirmUntilFinal(UnsignedTransaction reviewed) throws Exception {
    hands.press(KeyCode.ENTER, true);
    hands.press(KeyCode.ENTER, true); // a second press pays nothing more
    hands.awaitThat("four rows", () -> attempts() == 4);
    hands.pictures("practice-evidence");
    ChainSession session = window.session();
    assertThat(session.activity().get()).hasSize(1);
    TxRecord sent = session.activity().get().getFirst();
    assertThat(sent.transaction()).isEqualTo(reviewed);
    assertThat(reviewed.to()).isEqualTo(Address.parse(FRIEND));
    assertThat(session.chain().currency().amount(reviewed.value())).hasToString("0.1 PETH");
    hands.await("Nothing more happens to it.");
    assertThat(session.activity().get().getFirst().state()).isEqualTo(TxState.FINAL);
    hands.pictures("practice-final");
    hands.press(KeyCode.ESCAPE, false);
    hands.await("Sent 0.1 PETH to");
    hands.await("Final");
    hands.pictures("practice-activity");
  }

  private int attempts() {
    return hands.stage().getScene().getRoot().lookupAll(".attempt").size();
  }

  private void lookAtConnectivity() throws Exception {
    hands.press(KeyCode.D, true);
    hands.awaitThat("one dead and one hanging lane", () -> silent() == 2);
    hands.pictures("practice-connectivity");
  }

  private void lockAndUnlock() throws Exception {
    hands.fire("#lock");
    hands.await("Unlock");
    hands.pictures("practice-unlock");
    hands.type("#password", "nine ropes and no carabiner");
    hands.fire("#unlock");
    hands.await("Wrong password. Nothing was changed.");
    hands.picture("practice-unlock-wrong");
    hands.type("#password", PASSWORD);
    hands.fire("#unlock");
    hands.await("Recent activity");
  }

  private void catchALiar() throws Exception {
    hands.press(KeyCode.D, true);
    hands.await("Ask all now");
    hands.choose("#fault-practice-1", "lying");
    hands.awaitThat("the liar answers", () -> silent() == 1);
    hands.fireCalled("Ask all now");
    hands.await("an answer failed its proof");
    hands.fireCalled("Accounts");
    hands.await("2 of 4 operators do not answer as they should");
    hands.awaitThat("9.8 and some, proven", this::balanceIsTrue);
    hands.pictures("practice-accounts-trouble");
    hands.fireCalled("Connectivity");
    hands.await("Set aside");
    hands.await("an answer failed its proof");
    hands.pictures("practice-liar");
  }

  private long silent() {
    return hands.texts().stream().filter("No answer"::equals).count();
  }

  private boolean balanceIsTrue() {
    List<String> texts = hands.texts();
    return texts.contains("Proven") && texts.stream().anyMatch(t -> t.matches("9\\.89\\d{1,4}"));
  }
}
