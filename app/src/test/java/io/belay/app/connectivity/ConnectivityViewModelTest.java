package io.belay.app.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNetwork;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeSwitches;
import io.belay.app.fake.FakeUi;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.Connectivity.Mode;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectivityViewModelTest {
  private final FakeSession session = new FakeSession();
  private final ConnectivityViewModel model =
      new ConnectivityViewModel(FakeUi.make(), session, Optional.of(new FakeSwitches()));

  @Test
  void countsOperatorsAndTrouble() {
    assertThat(model.headline())
        .isEqualTo("You are connected through 3 operators that fail separately");
    assertThat(model.detail())
        .isEqualTo(
            "Any 2 of them can fail and you can still read and send. Endpoints in trouble: 3.");
  }

  @Test
  void twoOperatorsAreNotCounted() {
    session.connectivity.set(FakeNetwork.with(Mode.ONLINE, 2));
    model.start();
    assertThat(model.detail()).startsWith("Either of them can fail");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void everyModeHasItsSentence(Mode mode) {
    session.connectivity.set(FakeNetwork.with(mode, 1));
    model.start();
    assertThat(model.headline()).isNotBlank();
    assertThat(model.detail()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|No trouble.",
        "2|Too far behind to read from. Still used to send.",
        "3|Does not answer. Next try in 24 s.",
        "4|Caught: an answer failed its proof. No vote for now."
      })
  void saysWhatHappenedAndWhatIsNext(int endpoint, String said) {
    assertThat(model.words().happened(endpoint(endpoint))).isEqualTo(said);
  }

  @Test
  void silentEndpointHasNoLatencyAndNoHeight() {
    assertThat(model.words().latency(endpoint(3))).isEqualTo("no reply");
    assertThat(model.words().behind(endpoint(3))).isEqualTo("not seen");
  }

  @Test
  void faultsAreSwitchedPerEndpoint() {
    model.start();
    model.choose(new EndpointId("practice-2"), "slow");
    assertThat(model.faults().get()).containsEntry(new EndpointId("practice-2"), "slow");
  }

  @Test
  void waitsGetShorterWhileNothingElseIsHeard() {
    Connectivity seen = FakeNetwork.online();
    Instant earlier = FakeSession.NOW.minusSeconds(20);
    session.connectivity.set(
        new Connectivity(
            seen.chainId(),
            seen.mode(),
            seen.head(),
            seen.headAt(),
            seen.finalized(),
            seen.groupsUp(),
            seen.groups(),
            seen.endpoints(),
            earlier));
    model.start();
    assertThat(model.ticks().get()).isEqualTo(1);
    assertThat(model.words().happened(endpoint(3))).endsWith("Next try in 4 s.");
    assertThat(seen.untilRetry(endpoint(3), FakeSession.NOW.plusSeconds(30)))
        .contains(Duration.ZERO);
  }

  @Test
  void aHeadIsComparedWithTheOthers() {
    assertThat(model.words().behind(endpoint(0))).isEqualTo("at head, agrees");
    assertThat(model.words().behind(endpoint(2))).isEqualTo("84 s behind");
  }

  @Test
  void askingAgainAsksTheSession() {
    model.refresh();
    assertThat(session.refreshes).hasValue(1);
  }

  @Test
  void reportNamesEveryEndpointByHostOnly() {
    assertThat(model.report().lines()).hasSize(8);
    assertThat(model.report()).contains("practice-5 | practice:practice-5 | Set aside");
  }

  private EndpointStatus endpoint(int i) {
    return session.connectivity().get().endpoints().get(i);
  }
}
