package io.belay.core.state;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Time and tasks as the engine sees them. Whatever waits, waits here, so that a simulation can run
/// thousands of outages in virtual time, the same each time for one seed.
public interface Timing extends InstantSource {
  /// A counter of nanoseconds that never goes back, for measuring how long something took.
  long nanos();

  /// Waits.
  void sleep(Duration time) throws InterruptedException;

  /// Starts a task of its own.
  ///
  /// @param name for whoever looks at the threads
  Task start(String name, Runnable work);

  /// An empty inbox.
  <T> Inbox<T> inbox();

  /// A task under way.
  interface Task {
    /// Interrupts it; what is over stays over.
    void cancel();
  }

  /// Where tasks hand over what they have.
  ///
  /// @param <T> what they hand over
  interface Inbox<T> {
    /// Hands something over; never waits.
    void put(T item);

    /// Takes the oldest item, or waits for one.
    ///
    /// @param patience the longest wait; none where it is zero or negative
    /// @return empty when none came in time
    Optional<T> poll(Duration patience) throws InterruptedException;
  }

  /// Real time, one virtual thread a task.
  ///
  /// @param clock the wall clock
  static Timing real(InstantSource clock) {
    return new RealTiming(clock);
  }
}
