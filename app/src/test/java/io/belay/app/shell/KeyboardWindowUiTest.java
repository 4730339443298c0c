package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNets;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.core.state.Observed;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A whole payment with Tab, Enter, Space and the arrows, from the locked window on; and the first
/// day in the same way.
class KeyboardWindowUiTest {
  @RegisterExtension final WindowFixture window = new WindowFixture();

  @Test
  void aPaymentNeedsNoMouse() throws Exception {
    FakeSession session = window.session;
    session.balances.put(
        FakeVault.SAVINGS,
        new Observed.Proven<>(
            FakeSession.ether("4.181706"), FakeSession.evidence("alpine", "birch")));
    window.nets = new FakeNets(WindowFixture.net(session, Optional.empty()));
    Hands hands = window.open();
    Keyboard keys = new Keyboard(hands);
    hands.awaitThat("gate", () -> hands.find("#password", Node.class) != null);
    assertThat(keys.at()).isEqualTo("password");
    keys.type(FakeVault.PASSWORD);
    keys.press(KeyCode.ENTER);
    hands.await("Recent activity");
    keys.tabTo("nav-send");
    keys.press(KeyCode.SPACE);
    hands.await("Still needed: a recipient, an amount");
    keys.tabTo("to");
    keys.type(FakeVault.DAILY.toString());
    keys.tabTo("amount");
    keys.type("0.05");
    hands.await("= 0.05 ETH");
    keys.tabTo("fee-normal");
    keys.press(KeyCode.DOWN);
    RadioButton chosen = Hands.ask(() -> (RadioButton) hands.stage().getScene().getFocusOwner());
    assertThat(chosen.getId()).isNotEqualTo("fee-normal").startsWith("fee-");
    assertThat(Hands.ask(chosen::isSelected)).isTrue();
    hands.pictures("keyboard-form");
    keys.tabTo("review");
    keys.press(KeyCode.SPACE);
    hands.await("Sign and send");
    assertThat(keys.at()).isEqualTo("back-to-edit");
    keys.tabTo("confirm");
    hands.pictures("keyboard-review");
    keys.press(KeyCode.ENTER);
    assertThat(keys.at()).isEqualTo("confirm"); // signing would take it away
    assertThat(session.sent).isEmpty();
    keys.press(KeyCode.SPACE);
    hands.await("Seen by 2 of 5 operators.");
    assertThat(session.sent).hasSize(1);
    assertThat(session.sent.getFirst().intent().fee().toString())
        .containsIgnoringCase(pace(chosen));
    hands.pictures("keyboard-sent");
  }

  private static String pace(RadioButton chosen) {
    return chosen.getId().substring("fee-".length());
  }

  @Test
  void theFirstDayNeedsNoMouse() throws Exception {
    window.door = FakeVault.empty();
    Hands hands = window.open();
    Keyboard keys = new Keyboard(hands);
    hands.await("How do you want to begin?");
    keys.tabTo("start-practice-way");
    keys.press(KeyCode.SPACE);
    hands.await("New vault");
    assertThat(keys.at()).isEqualTo("new-password");
    keys.type("long enough");
    keys.tabTo("again");
    keys.type("long enough");
    keys.press(KeyCode.ENTER);
    hands.await("Write these words down");
    keys.tabTo("written");
    keys.press(KeyCode.SPACE);
    hands.await("Check what you wrote");
    keys.tabTo("skip");
    keys.press(KeyCode.SPACE);
    hands.await("Step 4 of 4");
    keys.press(KeyCode.ENTER);
    hands.await("Recent activity");
  }
}
