package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.rpc.FakeClock;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WakeWatchTest {
  private final FakeClock wall = new FakeClock();
  private long nanos;
  private String network = "192.0.2.1";
  private final WakeWatch watch = new WakeWatch(new Counter(), wall, () -> network);

  private final class Counter implements Timing {
    @Override
    public Instant instant() {
      return wall.instant();
    }

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void sleep(Duration time) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Task start(String name, Runnable work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> Inbox<T> inbox() {
      return new Inbox<>() {
        @Override
        public void put(T item) {}

        @Override
        public Optional<T> poll(Duration patience) {
          return Optional.empty();
        }
      };
    }
  }

  private void awake(Duration time) {
    nanos += time.toNanos();
    wall.pass(time);
  }

  @Test
  void aStartIsTold() {
    assertThat(watch.getAsBoolean()).isTrue();
    assertThat(watch.getAsBoolean()).isFalse();
  }

  @Test
  void timeThatPassesWhileAwakeIsNoSleep() {
    watch.getAsBoolean();
    awake(Duration.ofSeconds(60));
    assertThat(watch.getAsBoolean()).isFalse();
  }

  @Test
  void aWallClockThatWentOnAloneMeansSleep() {
    watch.getAsBoolean();
    awake(Duration.ofSeconds(3));
    wall.pass(Duration.ofMinutes(20));
    assertThat(watch.getAsBoolean()).isTrue();
    assertThat(watch.getAsBoolean()).isFalse();
  }

  @Test
  void aLongPauseMeansSleepWhereTheCounterGoesOnToo() {
    watch.getAsBoolean();
    awake(Duration.ofMinutes(20));
    assertThat(watch.getAsBoolean()).isTrue();
  }

  @Test
  void anotherNetworkIsTold() {
    watch.getAsBoolean();
    network = "198.51.100.7";
    assertThat(watch.getAsBoolean()).isTrue();
    assertThat(watch.getAsBoolean()).isFalse();
  }

  @Test
  void aWallClockThatIsSetBackIsNoSleep() {
    watch.getAsBoolean();
    wall.pass(Duration.ofMinutes(-10));
    assertThat(watch.getAsBoolean()).isFalse();
  }
}
