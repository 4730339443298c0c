package io.belay.app.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeEndpointDesk;
import io.belay.app.fake.FakeUi;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyViewModelTest {
  private final FakeEndpointDesk desk = new FakeEndpointDesk();
  private final ProxyViewModel model = new ProxyViewModel(FakeUi.make(), desk);

  @Test
  void withoutOneEndpointsAreReachedDirectly() {
    model.load();
    assertThat(model.proxy().get()).isEmpty();
    assertThat(model.words()).isEqualTo("Endpoints are reached directly.");
  }

  @Test
  void whatIsTypedIsUsedAndTheFieldIsEmptyAgain() {
    model.typed().set("socks5://127.0.0.1:9050");
    model.use();
    assertThat(desk.proxy()).isPresent();
    assertThat(model.words()).contains("127.0.0.1:9050").contains("circuit");
    assertThat(model.typed().get()).isEmpty();
    model.remove();
    assertThat(desk.proxy()).isEmpty();
    assertThat(model.words()).isEqualTo("Endpoints are reached directly.");
  }

  @Test
  void aLogInOfOnesOwnSharesACircuitAndIsNotShown() {
    desk.proxy(Optional.of("socks5://ana:secret@127.0.0.1:9050"));
    model.load();
    assertThat(model.words()).contains("share one circuit").doesNotContain("secret");
  }

  @Test
  void nonsenseChangesNothingAndIsToldUntilItIsMended() {
    model.typed().set("ftp://somewhere");
    model.use();
    assertThat(model.problem().get()).isNotBlank();
    assertThat(desk.proxy()).isEmpty();
    model.typed().set("socks5://127.0.0.1:9050");
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void nothingTypedSetsNothing() {
    desk.proxy(Optional.of("socks5://127.0.0.1:9050"));
    model.typed().set("  ");
    model.use();
    assertThat(desk.proxy()).isPresent();
  }
}
