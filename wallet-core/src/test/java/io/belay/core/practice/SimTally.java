package io.belay.core.practice;

import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What came out of many runs.
final class SimTally {
  private final Map<Observed.Level, Integer> levels = new EnumMap<>(Observed.Level.class);
  private final List<Long> millis = new ArrayList<>();
  private long requests;

  synchronized void add(Observed.Level level, Duration took, long asked) {
    levels.merge(level, 1, Integer::sum);
    millis.add(took.toMillis());
    requests += asked;
  }

  /// Reads whose value was proven or agreed.
  synchronized int known() {
    return levels.getOrDefault(Observed.Level.PROVEN, 0)
        + levels.getOrDefault(Observed.Level.AGREED, 0);
  }

  synchronized int reads() {
    return millis.size();
  }

  @Override
  public synchronized String toString() {
    List<Long> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    int n = sorted.size();
    return n == 0
        ? "no reads"
        : "%d reads %s, p50 %d ms, p99 %d ms, longest %d ms, %.1f requests a round"
            .formatted(
                n,
                levels,
                sorted.get(n / 2),
                sorted.get(n * 99 / 100),
                sorted.get(n - 1),
                (double) requests / n);
  }
}
