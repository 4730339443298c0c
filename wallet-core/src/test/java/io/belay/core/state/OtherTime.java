package io.belay.core.state;

import java.time.Duration;
import java.time.Instant;

/// Another timing's tasks and wall clock, with a time of its own.
public abstract class OtherTime implements Timing {
  private final Timing real;

  /// @param real whose tasks and wall clock
  protected OtherTime(Timing real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    return real.instant();
  }

  @Override
  public long nanos() {
    return real.nanos();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    real.sleep(time);
  }

  @Override
  public Task start(String name, Runnable work) {
    return real.start(name, work);
  }

  @Override
  public <T> Inbox<T> inbox() {
    return real.inbox();
  }
}
