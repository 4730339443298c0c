package io.belay.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Locks the wallet when nobody has touched it for a while, and after the computer slept. Idle time
/// is told by the monotonic clock, so that setting the time changes nothing; that clock stands
/// still in sleep, so a wall clock that ran ahead of it tells of one. Used on the JavaFX thread.
final class AutoLock {
  private static final Duration SLEPT = Duration.ofSeconds(30);

  private final InstantSource monotonic;
  private final InstantSource wall;
  private Duration limit;
  private final Runnable lock;
  private Instant touched;
  private Duration ahead;

  /// @param limit idle time after which it locks
  /// @param lock locks, and does nothing where it is locked
  AutoLock(InstantSource monotonic, InstantSource wall, Duration limit, Runnable lock) {
    this.monotonic = monotonic;
    this.wall = wall;
    this.limit = limit;
    this.lock = lock;
    this.touched = monotonic.instant();
    this.ahead = ahead();
  }

  private Duration ahead() {
    return Duration.between(monotonic.instant(), wall.instant());
  }

  /// Another limit, from now on.
  void limit(Duration chosen) {
    limit = chosen;
  }

  /// Somebody is there.
  void touched() {
    touched = monotonic.instant();
  }

  /// Looks at the clocks; to be called every second or so.
  void tick() {
    Duration now = ahead();
    boolean slept = now.minus(ahead).compareTo(SLEPT) > 0;
    ahead = now;
    boolean idle = Duration.between(touched, monotonic.instant()).compareTo(limit) >= 0;
    if (slept || idle) {
      touched();
      lock.run();
    }
  }
}
