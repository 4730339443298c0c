package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;

/// 200 accounts on 20 networks and 100,000 transactions: only what is in view has nodes.
@Timeout(120)
class CrowdWindowUiTest {
  private static final int MANY_NODES = 2_500;

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private WindowFixture window = new WindowFixture();

  @AfterEach
  void close() {
    window.close();
  }

  private static int nodes(Hands hands) {
    return Hands.ask(() -> hands.stage().getScene().getRoot().lookupAll("*").size());
  }

  @Test
  void onlyWhatIsInViewHasNodes() throws Exception {
    window = new Crowd().window();
    Hands hands = window.unlocked();
    hands.awaitThat("networks", () -> hands.find("#others-fold-1", Node.class) != null);
    assertThat(nodes(hands)).isLessThan(MANY_NODES);

    hands.fire("#others-fold-1");
    assertThat(hands.find("#others-fold-1", Button.class).getText()).isEqualTo("Hide accounts");
    ListView<?> accounts = hands.find("#others-accounts-1", ListView.class);
    assertThat(accounts.getItems()).hasSize(Crowd.ACCOUNTS);
    assertThat(nodes(hands)).isLessThan(MANY_NODES);
    ScrollPane page =
        Hands.ask(() -> (ScrollPane) hands.stage().getScene().getRoot().lookup(".scroll-pane"));
    Hands.run(() -> page.setVvalue(0.3));
    hands.pictures("crowd-accounts");
    hands.fire("#others-fold-1");
    assertThat(hands.find("#others-accounts-1", ListView.class)).isNull();

    hands.fire("#nav-activity");
    ListView<?> list = Hands.ask(() -> (ListView<?>) hands.stage().getScene().lookup(".tx-list"));
    hands.awaitThat("transactions", () -> list.getItems().size() == Crowd.ROWS);
    assertThat(nodes(hands)).isLessThan(MANY_NODES);
    hands.fill("#activity-search", "no such thing");
    hands.awaitThat("none", () -> list.getItems().isEmpty());
    hands.pictures("crowd-activity");
  }
}
