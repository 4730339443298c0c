package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private void ask() {
    pace.begun(now);
    pace.taken(now);
    pass(100);
  }

  private void pass(long millis) {
    now = now.plusMillis(millis);
  }

  private void learnFour() {
    for (int i = 0; i < 4; i++) {
      ask();
    }
    pace.begun(now);
    pace.refused(now);
  }

  @Test
  void nobodyIsHeldBackBeforeARefusal() {
    for (int i = 0; i < 50; i++) {
      ask();
    }
    assertThat(pace.untilFree(now)).isZero();
  }

  @Test
  void whatWasTakenInTheSecondBeforeARefusalIsTheMost() {
    learnFour();
    pass(2_000);
    for (int i = 0; i < 4; i++) {
      assertThat(pace.untilFree(now)).isZero();
      ask();
    }
    assertThat(pace.untilFree(now)).isEqualTo(Duration.ofMillis(600));
    pass(600);
    assertThat(pace.untilFree(now)).isZero();
  }

  @Test
  void whoRefusesEverythingTeachesNoRate() {
    pace.begun(now);
    pace.refused(now);
    pass(10);
    assertThat(pace.untilFree(now)).isZero();
  }

  @Test
  void aRateIsForgottenAfterTenMinutes() {
    learnFour();
    pass(Duration.ofMinutes(11).toMillis());
    for (int i = 0; i < 6; i++) {
      ask();
    }
    assertThat(pace.untilFree(now)).isZero();
  }
}
