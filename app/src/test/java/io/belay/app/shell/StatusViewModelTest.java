package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeNetwork;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.Connectivity.Mode;
import io.belay.core.state.Observed;
import io.belay.core.state.Observed.Level;
import org.junit.jupiter.api.Test;

class StatusViewModelTest {
  private final FakeSession session = new FakeSession();
  private final SameThread background = new SameThread();
  private final StatusViewModel model = new StatusViewModel(FakeUi.with(background), session);

  @Test
  void saysOperatorsBlockAgeAndNextTry() {
    model.start();
    assertThat(model.mode().get()).isEqualTo("Online");
    assertThat(model.groups().get()).isEqualTo("3 of 5 operators up");
    assertThat(model.block().get()).isEqualTo("Block 412");
    assertThat(model.age().get()).isEqualTo("just now");
    assertThat(model.next().get()).isEqualTo("Next try for practice-4 in 24 s");
    assertThat(model.level().get()).isEqualTo(Level.AGREED);
    assertThat(model.doubt().get()).isEmpty();
  }

  @Test
  void lessThanAgreedIsSaidInWords() {
    Connectivity online = FakeNetwork.online();
    session.connectivity.set(
        new Connectivity(
            online.chainId(),
            Mode.DEGRADED,
            new Observed.Single<>(FakeSession.block(412), FakeSession.evidence("ember")),
            online.headAt(),
            online.finalized(),
            1,
            online.groups(),
            online.endpoints(),
            online.at()));
    model.start();
    assertThat(model.mode().get()).isEqualTo("One way left");
    assertThat(model.doubt().get()).isEqualTo("Single, one operator only");
  }

  private static Connectivity headless(Connectivity.Mode mode) {
    Connectivity online = FakeNetwork.online();
    return new Connectivity(
        online.chainId(),
        mode,
        new Observed.Unknown<>("no-head"),
        online.headAt(),
        online.finalized(),
        0,
        online.groups(),
        online.endpoints(),
        online.at());
  }

  @Test
  void theLastBlockStaysKnownWhenNobodyAnswers() {
    model.start();
    session.connectivity.set(headless(Mode.STALE));
    assertThat(model.mode().get()).isEqualTo("No way");
    assertThat(model.block().get()).isEqualTo("Last known block 412");
    assertThat(model.age().get()).isEqualTo("just now");
  }

  @Test
  void ofNoBlockNoAgeIsSaid() {
    session.connectivity.set(headless(Mode.STALE));
    model.start();
    assertThat(model.block().get()).isEqualTo("No block yet");
    assertThat(model.age().get()).isEmpty();
  }

  @Test
  void followsTheSessionUntilStopped() {
    model.start();
    session.connectivity.set(FakeNetwork.with(Mode.DEGRADED, 1));
    assertThat(model.groups().get()).isEqualTo("1 of 5 operators up");
    model.stop();
    session.connectivity.set(FakeNetwork.with(Mode.DEGRADED, 2));
    assertThat(model.groups().get()).isEqualTo("1 of 5 operators up");
    assertThat(background.repeating()).isZero();
  }
}
