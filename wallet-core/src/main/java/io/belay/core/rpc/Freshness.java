package io.belay.core.rpc;

import io.belay.core.chain.Chain;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Leaves out who stopped following the chain, by the time in the heads themselves.
///
/// @param now this computer's time, which may be wrong by minutes
/// @param tolerance how old a head may be
record Freshness(Instant now, Duration tolerance) {
  private static final long SKEW_SECONDS = 60;
  private static final Duration LEAST = Duration.ofSeconds(15);

  /// By a chain's pace: three blocks, and 15 s at least.
  static Freshness of(Chain chain, Instant now) {
    Duration blocks = chain.blockTime().multipliedBy(3);
    return new Freshness(now, blocks.compareTo(LEAST) > 0 ? blocks : LEAST);
  }

  /// How far one block is behind another, zero within the tolerance.
  Duration behind(SeenBlock block, SeenBlock tip) {
    Duration lag = Duration.ofSeconds(Math.max(0, tip.timestamp() - block.timestamp()));
    return lag.compareTo(tolerance) > 0 ? lag : Duration.ZERO;
  }

  /// The reports that are fresh, and not behind the one in the middle.
  Map<Endpoint, HeadReport> withoutLaggards(Map<Endpoint, HeadReport> reports) {
    Map<Endpoint, HeadReport> current = fresh(reports);
    HeadVote.of(reports)
        .middleHead()
        .flatMap(height ->
            reports.values().stream()
                .map(HeadReport::head)
                .filter(head -> head.number() == height)
                .findFirst())
        .ifPresent(middle -> current.values().removeIf(r -> !behind(r.head(), middle).isZero()));
    return current;
  }

  /// The reports that count: the fresh ones, unless a majority of groups stands still beside one
  /// that does not (a chain may halt, and a liar may run ahead).
  Map<Endpoint, HeadReport> fresh(Map<Endpoint, HeadReport> reports) {
    Map<Endpoint, HeadReport> fresh = new HashMap<>(reports);
    if (reports.isEmpty()) {
      return fresh;
    }
    long oldest = reference(reports) - tolerance.toSeconds();
    fresh.values().removeIf(report -> report.head().timestamp() < oldest);
    int freshGroups = groups(fresh).size();
    int staleGroups = groups(reports).size() - freshGroups;
    return freshGroups >= 2 || (freshGroups == 1 && staleGroups <= 1)
        ? fresh
        : new HashMap<>(reports);
  }

  /// What time it is: by this computer where two groups bear it out, else by the head in the
  /// middle.
  private long reference(Map<Endpoint, HeadReport> reports) {
    Map<Endpoint, HeadReport> near = new HashMap<>(reports);
    near.values()
        .removeIf(r -> Math.abs(r.head().timestamp() - now.getEpochSecond()) > SKEW_SECONDS);
    if (groups(near).size() >= 2) {
      return now.getEpochSecond();
    }
    List<Long> times = reports.values().stream().map(r -> r.head().timestamp()).sorted().toList();
    long wall = now.getEpochSecond();
    long nearest =
        List.of(times.get((times.size() - 1) / 2), times.get(times.size() / 2)).stream()
            .min(Comparator.comparingLong(time -> Math.abs(time - wall)))
            .orElse(wall);
    return Math.abs(nearest - wall) <= SKEW_SECONDS ? wall : nearest;
  }

  private static Set<String> groups(Map<Endpoint, HeadReport> reports) {
    return reports.keySet().stream().map(Endpoint::group).collect(Collectors.toSet());
  }
}
