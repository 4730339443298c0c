package io.belay.app.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNetworkDesk;
import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import io.belay.base.ChainId;
import io.belay.core.rpc.EndpointPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworksViewModelTest {
  private static final ChainId ETHEREUM = ChainId.of(1);

  private final FakeNetworkDesk desk = new FakeNetworkDesk();
  private final List<ChainId> looked = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final NetworksViewModel model =
      new NetworksViewModel(
          FakeUi.with(new SameThread()),
          desk,
          new NetworksViewModel.Elsewhere(looked::add, () -> changes.add("changed")));

  @BeforeEach
  void load() {
    model.load();
  }

  private NetworkLine line(ChainId chain) {
    return model.lines().get().stream()
        .filter(line -> line.chain().id().equals(chain))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyPracticeIsInUseAtFirst() {
    assertThat(model.shown(true))
        .extracting(line -> line.chain().name())
        .containsExactly("Practice");
    assertThat(model.shown(false)).hasSizeGreaterThan(15).noneMatch(NetworkLine::isFixed);
  }

  @Test
  void theFirstTimeNothingIsTurnedOnBeforeTheAnswer() {
    model.turnOn(line(ETHEREUM));
    assertThat(model.question().get()).contains(line(ETHEREUM));
    assertThat(desk.done).isEmpty();
    model.dismiss();
    assertThat(line(ETHEREUM).standing().used()).isFalse();
    model.answer(EndpointPolicy.ANY); // nothing is asked any more
    assertThat(desk.done).isEmpty();
  }

  @Test
  void theAnswerDecidesWhoMayBeAsked() {
    int on = line(ETHEREUM).endpoints().size();
    model.turnOn(line(ETHEREUM));
    model.answer(EndpointPolicy.OWN_ONLY);
    assertThat(line(ETHEREUM).usable()).isZero();
    assertThat(line(ETHEREUM).endpoints()).hasSize(on);
    assertThat(model.question().get()).isEmpty();
    assertThat(model.notice().get()).startsWith("Ethereum is in use from now on.");
    assertThat(changes).hasSize(1);
  }

  @Test
  void decidedOnceItIsNotAskedAgain() {
    model.turnOn(line(ETHEREUM));
    model.answer(EndpointPolicy.ANY);
    model.turnOff(line(ETHEREUM));
    model.turnOn(line(ETHEREUM));
    assertThat(model.question().get()).isEmpty();
    assertThat(line(ETHEREUM).standing().used()).isTrue();
  }

  @Test
  void theNetworkThatIsLookedAtStaysOn() {
    desk.begin(ETHEREUM, EndpointPolicy.ANY);
    desk.current = ETHEREUM;
    model.load();
    model.turnOff(line(ETHEREUM));
    assertThat(line(ETHEREUM).standing().used()).isTrue();
    assertThat(model.problem().get())
        .isEqualTo("You look at this network. Look at another one first.");
  }

  @Test
  void aRefusalLeavesTheQuestionOpenAndSaysWhy() {
    model.turnOn(line(ETHEREUM));
    desk.fails = Optional.of("disk-full");
    model.answer(EndpointPolicy.ANY);
    assertThat(model.question().get()).isPresent();
    assertThat(model.problem().get()).isNotEmpty();
    assertThat(changes).isEmpty();
  }

  @Test
  void networksAreFoundByNameShortNameAndId() {
    model.search().set("sepol");
    assertThat(model.shown(false)).extracting(line -> line.chain().name()).contains("Sepolia");
    model.search().set("8453");
    assertThat(model.shown(false)).extracting(line -> line.chain().name()).containsExactly("Base");
    model.search().set("no such");
    assertThat(model.shown(false)).isEmpty();
  }

  @Test
  void lookingTurnsTheWindow() {
    model.look(line(ETHEREUM));
    assertThat(looked).containsExactly(ETHEREUM);
  }

  @Test
  void removingIsAskedFirst() {
    model.adding().text(AddNetworkViewModel.Field.NAME).set("Rope");
    model.adding().text(AddNetworkViewModel.Field.CHAIN_ID).set("4242");
    model.adding().text(AddNetworkViewModel.Field.SYMBOL).set("RPE");
    model.adding().add();
    assertThat(model.notice().get()).startsWith("Rope was added.");
    NetworkLine rope = line(ChainId.of(4242));
    assertThat(rope.standing().added()).isTrue();
    assertThat(rope.standing().used()).isFalse();
    model.askRemove(rope);
    assertThat(desk.done).containsExactly("add 4242");
    model.remove();
    assertThat(desk.done).containsExactly("add 4242", "remove 4242");
    assertThat(model.leaving().get()).isEmpty();
  }
}
