package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNetwork;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeVault;
import io.belay.core.rpc.Connectivity;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is not drawn anew while the same is said: else an idle window works at each block.
class QuietWindowUiTest {
  @RegisterExtension final WindowFixture window = new WindowFixture();

  private static Node first(Hands hands, String selector) {
    return Hands.ask(() -> hands.stage().getScene().getRoot().lookup(selector));
  }

  private static List<Node> cells(Hands hands) {
    return Hands.ask(() ->
        hands.stage().getScene().getRoot().lookupAll("#accounts-table .table-cell").stream()
            .filter(node -> node instanceof TableCell<?, ?> cell && cell.getGraphic() != null)
            .map(node -> ((TableCell<?, ?>) node).getGraphic())
            .toList());
  }

  private static Connectivity atTheNextBlock() {
    Connectivity now = FakeNetwork.online();
    return new Connectivity(
        now.chainId(),
        now.mode(),
        new Observed.Agreed<>(FakeSession.block(413), FakeSession.evidence("alpine", "birch")),
        now.headAt(),
        now.finalized(),
        now.groupsUp(),
        now.groups(),
        now.endpoints(),
        now.at());
  }

  @Test
  void aStripStaysUntilItSaysSomethingElse() throws Exception {
    window.session.connectivity.set(FakeNetwork.with(Connectivity.Mode.ONLINE, 3));
    Hands hands = window.unlocked();
    hands.await("2 of 5 operators do not answer as they should");
    Node strip = first(hands, ".strip.advice");
    window.session.connectivity.set(atTheNextBlock());
    hands.await("Block 413");
    assertThat(first(hands, ".strip.advice")).isSameAs(strip);
    window.session.connectivity.set(FakeNetwork.with(Connectivity.Mode.ONLINE, 4));
    hands.await("1 of 5 operators do not answer as they should");
    assertThat(first(hands, ".strip.advice")).isNotSameAs(strip);
  }

  private void balanceAt(long block) {
    Evidence read =
        new Evidence(block, FakeSession.HASH, List.of("alpine", "birch"), FakeSession.NOW);
    window.session.balances.put(
        FakeVault.SAVINGS, new Observed.Proven<>(FakeSession.ether("1"), read));
  }

  @Test
  void theSameBalanceAtTheNextBlockKeepsItsCells() throws Exception {
    balanceAt(412);
    Hands hands = window.unlocked();
    hands.await("block 412, just now");
    List<Node> before = cells(hands);
    balanceAt(413);
    hands.press(KeyCode.F5, false);
    hands.await("block 413, just now");
    assertThat(before).isNotEmpty();
    assertThat(cells(hands)).containsExactlyElementsOf(before);
  }

  @Test
  void aPageIsDrawnWithoutAPictureOfTheWhole() throws Exception {
    Hands hands = window.unlocked();
    assertThat(
            Hands.ask(() ->
                hands.stage().getScene().getRoot().lookupAll(".scroll-pane > .viewport").stream()
                    .map(Node::isCache)
                    .toList()))
        .isNotEmpty()
        .containsOnly(false);
  }
}
