package io.belay.core.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How one endpoint has done lately, and whether it may be asked now: a breaker for failures, a
/// pause for rate limits, time aside for lies.
final class Health {
  private static final int SAMPLES = 40;
  private static final int MARKS = 12;
  private static final int BREAK_AFTER = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LIMIT_CAP = Duration.ofSeconds(60);
  private static final Duration ASIDE = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Deque<Integer> latencies = new ArrayDeque<>();
  private final Deque<EndpointStatus.Mark> marks = new ArrayDeque<>();
  private int failuresInARow;
  private int pauses;
  private boolean answered;
  private Instant openUntil = Instant.MIN;
  private Instant limitedUntil = Instant.MIN;
  private Instant asideUntil = Instant.MIN;

  Health(InstantSource clock, List<Blame> remembered) {
    this.clock = clock;
    remembered.stream()
        .filter(blame -> isLie(blame.code()))
        .map(blame -> blame.at().plus(ASIDE))
        .forEach(until -> asideUntil = until.isAfter(asideUntil) ? until : asideUntil);
  }

  /// Codes that cost an endpoint its vote.
  static boolean isLie(String code) {
    return switch (code) {
      case "bad-proof", "bad-header", "foreign-hash" -> true;
      default -> false;
    };
  }

  synchronized void answered(Duration took) {
    failuresInARow = 0;
    pauses = 0;
    answered = true;
    openUntil = Instant.MIN;
    sample((int) took.toMillis(), EndpointStatus.Mark.GOOD);
  }

  synchronized void failed() {
    sample(-1, EndpointStatus.Mark.FAILED);
    failuresInARow++;
    if (failuresInARow >= BREAK_AFTER) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(pauses, 6));
      pauses++;
      openUntil = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
  }

  synchronized void limited(Duration wait) {
    limitedUntil = clock.instant().plus(wait.compareTo(LIMIT_CAP) > 0 ? LIMIT_CAP : wait);
  }

  synchronized void lied() {
    sample(-1, EndpointStatus.Mark.LIE);
    asideUntil = clock.instant().plus(ASIDE);
  }

  private void sample(int latency, EndpointStatus.Mark mark) {
    latencies.addLast(latency);
    marks.addLast(mark);
    while (latencies.size() > SAMPLES) {
      latencies.removeFirst();
    }
    while (marks.size() > MARKS) {
      marks.removeFirst();
    }
  }

  /// Whether it may be asked: no pause is running.
  synchronized boolean mayAsk() {
    Instant now = clock.instant();
    return !openUntil.isAfter(now) && !limitedUntil.isAfter(now);
  }

  synchronized boolean isAside() {
    return asideUntil.isAfter(clock.instant());
  }

  synchronized boolean isLimited() {
    return limitedUntil.isAfter(clock.instant());
  }

  synchronized boolean isTried() {
    return !marks.isEmpty();
  }

  /// Whether the latest call failed.
  synchronized boolean isFailing() {
    return failuresInARow > 0;
  }

  synchronized boolean hasAnswered() {
    return answered;
  }

  synchronized Optional<Duration> nextTry() {
    Instant until = openUntil.isAfter(limitedUntil) ? openUntil : limitedUntil;
    Instant now = clock.instant();
    return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
  }

  synchronized OptionalInt percentile(int percent) {
    List<Integer> sorted = latencies.stream().filter(l -> l >= 0).sorted().toList();
    return sorted.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(sorted.get((sorted.size() - 1) * percent / 100));
  }

  synchronized List<Integer> latencies() {
    return new ArrayList<>(latencies);
  }

  synchronized List<EndpointStatus.Mark> marks() {
    return new ArrayList<>(marks);
  }
}
