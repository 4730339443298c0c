package io.belay.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrTurnsTest {
  private final SameThread background = new SameThread();
  private final QrTurns turns = new QrTurns(FakeUi.with(background), List.of("A", "B", "C"));

  @Test
  void theyTurnByThemselvesRoundAndRound() {
    turns.start();
    assertThat(turns.text()).isEqualTo("A");
    background.tick();
    background.tick();
    assertThat(turns.text()).isEqualTo("C");
    background.tick();
    assertThat(turns.text()).isEqualTo("A");
  }

  @Test
  void aHandStopsThem() {
    turns.start();
    turns.previous();
    assertThat(turns.text()).isEqualTo("C");
    assertThat(turns.turning().get()).isFalse();
    assertThat(background.repeating()).isZero();
    turns.next();
    assertThat(turns.text()).isEqualTo("A");
  }

  @Test
  void aSingleCodeNeverTurns() {
    QrTurns one = new QrTurns(FakeUi.with(background), List.of("A"));
    one.start();
    assertThat(one.turning().get()).isFalse();
    assertThat(background.repeating()).isZero();
  }
}
