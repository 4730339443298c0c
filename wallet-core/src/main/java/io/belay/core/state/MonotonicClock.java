package io.belay.core.state;

import java.time.Instant;
import java.time.InstantSource;

/// Wall-clock time that never jumps within one process: the start is read from the wall clock once,
/// all that follows from the monotonic counter. Ages and timeouts stay right when somebody sets the
/// clock.
public final class MonotonicClock implements InstantSource {
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos);
  }
}
