package io.belay.core.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Real time.
///
/// @param clock the wall clock
record RealTiming(InstantSource clock) implements Timing {
  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  @Override
  public Task start(String name, Runnable work) {
    return Thread.ofVirtual().name(name).start(work)::interrupt;
  }

  @Override
  public <T> Inbox<T> inbox() {
    BlockingQueue<T> items = new LinkedBlockingQueue<>();
    return new Inbox<>() {
      @Override
      public void put(T item) {
        items.add(item);
      }

      @Override
      public Optional<T> poll(Duration patience) throws InterruptedException {
        return Optional.ofNullable(
            items.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS));
      }
    };
  }
}
