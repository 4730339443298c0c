package io.belay.core.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/// Keeps below the rate at which an endpoint began to refuse: as many requests in any second as it
/// took in the second before. Forgotten after a while, since quotas change. Not thread-safe.
final class Pace {
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Deque<Instant> begun = new ArrayDeque<>();
  private final Deque<Instant> taken = new ArrayDeque<>();
  private OptionalInt most = OptionalInt.empty();
  private Instant learnedAt = Instant.MIN;

  /// A request leaves.
  void begun(Instant now) {
    drop(begun, now);
    begun.addLast(now);
  }

  /// A request was answered.
  void taken(Instant now) {
    drop(taken, now);
    taken.addLast(now);
  }

  /// A request was refused for being one too many. Where none was taken in the second before, it is
  /// not the rate that is refused.
  void refused(Instant now) {
    drop(taken, now);
    if (!taken.isEmpty()) {
      most = OptionalInt.of(taken.size());
      learnedAt = now;
    }
  }

  /// How long until one more is within the rate.
  Duration untilFree(Instant now) {
    if (most.isEmpty() || learnedAt.plus(KEPT).isBefore(now)) {
      return Duration.ZERO;
    }
    drop(begun, now);
    if (begun.size() < most.getAsInt()) {
      return Duration.ZERO;
    }
    // the one whose leaving the window lets the next one in
    Instant oldest = begun.stream().skip(begun.size() - most.getAsInt()).findFirst().orElseThrow();
    return Duration.between(now, oldest.plus(WINDOW));
  }

  private static void drop(Deque<Instant> times, Instant now) {
    Instant oldest = now.minus(WINDOW);
    while (!times.isEmpty() && !times.getFirst().isAfter(oldest)) {
      times.removeFirst();
    }
  }
}
