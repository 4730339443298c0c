package io.belay.core.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time in the test's hand.
public final class FakeClock implements InstantSource {
  private volatile Instant now = Instant.parse("2027-01-15T08:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /// Lets time pass.
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
