package io.belay.app.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNetworkDesk;
import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.rpc.LocalNodes.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindNodeViewModelTest {
  private static final Chain ETHEREUM = ChainRegistry.load(Duration.ofSeconds(4)).find("1").chain();

  private final FakeNetworkDesk desk = new FakeNetworkDesk();
  private final SameThread background = new SameThread();
  private final List<String> changes = new ArrayList<>();
  private final FindNodeViewModel model =
      new FindNodeViewModel(FakeUi.with(background), desk, () -> changes.add("changed"));

  private Answer at(java.net.URI place) {
    return Optional.ofNullable(model.answers().get().get(place)).orElseThrow();
  }

  @Test
  void nobodyIsAskedBeforeSomebodySaysSo() {
    model.choose(ETHEREUM);
    assertThat(model.places()).isNotEmpty();
    assertThat(desk.done).isEmpty();
  }

  @Test
  void whatAnswersIsSaidWithItsSoftwareHeightAndProofs() {
    model.choose(ETHEREUM);
    model.look();
    assertThat(model.said().get()).isEqualTo("1 node for Ethereum found");
    assertThat(model.words(at(FakeNetworkDesk.NODE)))
        .isEqualTo("reth, at block 23,100,412. Gives proofs.");
    assertThat(model.words(at(FakeNetworkDesk.OTHER)))
        .isEqualTo("Serves another network, chain 100");
    assertThat(at(FakeNetworkDesk.SOCKET).isThere()).isFalse();
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void whereNothingAnswersItSaysWhatToDo() {
    desk.node = false;
    model.choose(ETHEREUM);
    model.look();
    assertThat(model.said().get()).startsWith("No node for Ethereum found at 3 places.");
    assertThat(model.answers().get().values()).noneMatch(Answer::isThere);
  }

  @Test
  void oneClickAddsItAsOwn() {
    model.choose(ETHEREUM);
    model.look();
    model.add(FakeNetworkDesk.NODE);
    assertThat(desk.done).containsExactly("find 1", "own 1 " + FakeNetworkDesk.NODE);
    assertThat(model.added().get()).containsExactly(FakeNetworkDesk.NODE);
    assertThat(changes).hasSize(1);
    model.add(FakeNetworkDesk.NODE);
    assertThat(model.problem().get()).isEqualTo("This endpoint is there already.");
  }

  @Test
  void aSearchThatIsStoppedKeepsWhatItFound() {
    background.hold();
    model.choose(ETHEREUM);
    model.look();
    assertThat(model.busy().get()).isTrue();
    model.cancel();
    assertThat(model.busy().get()).isFalse();
    assertThat(model.said().get()).startsWith("Stopped after 0 of 3 places.");
  }

  @Test
  void aRefusalIsSaid() {
    desk.fails = Optional.of("unknown-network");
    model.choose(ETHEREUM);
    model.look();
    assertThat(model.problem().get()).isEqualTo("There is no such network.");
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void anotherNetworkBeginsAnew() {
    model.choose(ETHEREUM);
    model.look();
    model.choose(ChainRegistry.practice(Duration.ofSeconds(4)));
    assertThat(model.answers().get()).isEmpty();
    assertThat(model.said().get()).isEmpty();
  }
}
