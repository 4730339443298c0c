package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AutoLockTest {
  private Instant monotonic = Instant.EPOCH;
  private Instant wall = Instant.parse("2026-11-25T12:00:00Z");
  private int locked;
  private final AutoLock autoLock =
      new AutoLock(() -> monotonic, () -> wall, Duration.ofMinutes(5), () -> locked++);

  private void pass(Duration awake) {
    for (long second = 0; second < awake.toSeconds(); second++) {
      monotonic = monotonic.plusSeconds(1);
      wall = wall.plusSeconds(1);
      autoLock.tick();
    }
  }

  @Test
  void locksAfterFiveMinutesOfNobody() {
    pass(Duration.ofSeconds(299));
    assertThat(locked).isZero();
    pass(Duration.ofSeconds(1));
    assertThat(locked).isEqualTo(1);
  }

  @Test
  void aTouchStartsTheTimeAnew() {
    pass(Duration.ofSeconds(299));
    autoLock.touched();
    pass(Duration.ofSeconds(299));
    assertThat(locked).isZero();
  }

  @Test
  void anotherLimitHoldsAtOnceForTheIdleTimeThatHasPassedToo() {
    pass(Duration.ofSeconds(90));
    autoLock.limit(Duration.ofMinutes(15));
    pass(Duration.ofSeconds(809));
    assertThat(locked).isZero();
    autoLock.limit(Duration.ofMinutes(1));
    autoLock.tick();
    assertThat(locked).isEqualTo(1);
  }

  @Test
  void locksAfterSleepThoughTheMonotonicClockStoodStill() {
    pass(Duration.ofSeconds(10));
    wall = wall.plus(Duration.ofHours(8));
    autoLock.tick();
    assertThat(locked).isEqualTo(1);
    autoLock.tick();
    assertThat(locked).isEqualTo(1);
  }

  @Test
  void aClockSetBackOrALittleForwardChangesNothing() {
    wall = wall.minus(Duration.ofDays(1));
    autoLock.tick();
    wall = wall.plusSeconds(20);
    autoLock.tick();
    assertThat(locked).isZero();
    pass(Duration.ofMinutes(5));
    assertThat(locked).isEqualTo(1);
  }
}
