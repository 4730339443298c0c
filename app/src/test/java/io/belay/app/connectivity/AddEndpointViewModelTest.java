package io.belay.app.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeEndpointDesk;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import io.belay.base.ChainId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddEndpointViewModelTest {
  private final SameThread background = new SameThread();
  private final FakeEndpointDesk desk = new FakeEndpointDesk();
  private final List<String> done = new ArrayList<>();
  private ChainId chain = FakeEndpointDesk.ETHEREUM;
  private final AddEndpointViewModel model =
      new AddEndpointViewModel(FakeUi.with(background), desk, () -> chain, () -> done.add("done"));

  @Test
  void whatIsTypedIsAddedAndTheFormIsEmptyAgain() {
    int before = desk.read(chain).endpoints().size();
    model.url().set("https://node.example.org/rpc");
    model.operator().set("Example");
    model.own().set(true);
    model.sendsOnly().set(false);
    model.add();
    assertThat(done).containsExactly("done");
    assertThat(desk.read(chain).endpoints()).hasSize(before + 1);
    assertThat(model.url().get()).isEmpty();
    assertThat(model.operator().get()).isEmpty();
    assertThat(model.own().get()).isFalse();
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void withoutAnAddressNothingIsAdded() {
    model.add();
    assertThat(model.problem().get()).isEqualTo("An address is missing.");
    assertThat(done).isEmpty();
  }

  @Test
  void aBadAddressIsToldUntilItIsMended() {
    model.url().set("nonsense");
    assertThat(model.problem().get()).isEmpty();
    model.add();
    assertThat(model.problem().get()).isNotBlank();
    model.url().set("https://node.example.org");
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void whatTheNetworkRefusesIsTold() {
    chain = FakeSession.CHAIN.id();
    model.url().set("https://node.example.org");
    model.add();
    assertThat(model.problem().get()).isNotBlank();
    assertThat(model.busy().get()).isFalse();
    assertThat(done).isEmpty();
  }

  @Test
  void itIsAddedOnceHoweverOftenItIsPressed() {
    background.hold();
    model.url().set("https://node.example.org");
    model.add();
    assertThat(model.busy().get()).isTrue();
    model.add();
    assertThat(done).isEmpty();
  }
}
