package io.belay.core.rpc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;

/// How one endpoint has done lately, and whether it may be asked now: a breaker for failures, a
/// pause for rate limits, time aside for lies (connectivity.md, "Health").
final class Health {
  private static final int SAMPLES = 40;
  private static final int MARKS = 12;
  private static final int BREAK_AFTER = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration LIMIT_CAP = Duration.ofSeconds(60);
  private static final Duration ASIDE = Duration.ofMinutes(10);
  private static final Duration QUARANTINE = Duration.ofHours(24);
  private static final int LIES_TO_QUARANTINE = 3;
  private static final Duration QUOTA_PAUSE = Duration.ofHours(1);
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final int WINDOW_LEAST = 6;
  private static final Duration COLD_HEDGE = Duration.ofMillis(400);
  private static final int LEAST_HEDGE = 150;
  private static final int MOST_HEDGE = 1500;
  private static final int WARM = 3;

  private final InstantSource clock;
  private final DoubleSupplier jitter;
  private final Deque<Outcome> recent = new ArrayDeque<>();
  // when the calls under way began, the earliest first
  private final List<Instant> running = new ArrayList<>();
  private final Deque<Integer> latencies = new ArrayDeque<>();
  private final Deque<EndpointStatus.Mark> marks = new ArrayDeque<>();
  // of the answers alone, ascending; read far more often than anything is sampled
  private int[] sorted = {};
  private final Pace pace = new Pace();
  private int failuresInARow;
  private boolean silent;
  private int pauses;
  private int lies;
  private Instant openUntil = Instant.MIN;
  private Instant limitedUntil = Instant.MIN;
  private Instant asideUntil = Instant.MIN;

  private record Outcome(Instant at, boolean failed) {}

  /// Without chance, for tests of exact times.
  Health(InstantSource clock, List<Blame> remembered) {
    this(clock, remembered, () -> 0.5);
  }

  /// @param remembered what it was caught at before
  /// @param jitter numbers from 0 to 1, so that not all endpoints are tried again at once
  Health(InstantSource clock, List<Blame> remembered, DoubleSupplier jitter) {
    this.clock = clock;
    this.jitter = jitter;
    remembered.stream()
        .filter(blame -> isLie(blame.code()))
        .map(Blame::at)
        .sorted()
        .forEach(this::aside);
  }

  /// Codes that cost an endpoint its vote.
  static boolean isLie(String code) {
    return switch (code) {
      case "bad-proof", "bad-header", "foreign-hash", "other-final" -> true;
      default -> false;
    };
  }

  /// A call begins; the same moment is handed to [#ended].
  synchronized Instant begun() {
    Instant now = clock.instant();
    running.add(now);
    pace.begun(now);
    return now;
  }

  /// A call is over, however it went.
  synchronized void ended(Instant begun) {
    running.remove(begun);
  }

  /// Whether a call has been under way for longer than others are kept waiting for it.
  synchronized boolean isOverdue() {
    return !running.isEmpty() && running.getFirst().isBefore(clock.instant().minus(hedge()));
  }

  synchronized void answered(Duration took) {
    if (pauses > 0) {
      recent.clear();
    }
    failuresInARow = 0;
    silent = false;
    pauses = 0;
    openUntil = Instant.MIN;
    note(false);
    pace.taken(clock.instant());
    sample((int) took.toMillis(), EndpointStatus.Mark.GOOD);
  }

  /// No answer came in time.
  synchronized void silent() {
    silent = true;
    failed();
  }

  synchronized void failed() {
    sample(-1, EndpointStatus.Mark.FAILED);
    failuresInARow++;
    note(true);
    if (failuresInARow >= BREAK_AFTER || failsHalfTheTime()) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(pauses, 6));
      Duration capped = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      pauses++;
      long nanos = Math.round(capped.toNanos() * (0.8 + 0.4 * jitter.getAsDouble()));
      openUntil = clock.instant().plusNanos(nanos);
    }
  }

  private void note(boolean failed) {
    Instant now = clock.instant();
    recent.addLast(new Outcome(now, failed));
    Instant oldest = now.minus(WINDOW);
    while (recent.size() > SAMPLES || recent.getFirst().at().isBefore(oldest)) {
      recent.removeFirst();
    }
  }

  private boolean failsHalfTheTime() {
    long failures = recent.stream().filter(Outcome::failed).count();
    return failures >= WINDOW_LEAST && failures * 2 >= recent.size();
  }

  /// The computer itself was offline: what failed says nothing of the endpoint.
  synchronized void forgive() {
    failuresInARow = 0;
    silent = false;
    pauses = 0;
    openUntil = Instant.MIN;
    recent.clear();
  }

  synchronized void limited(Duration wait) {
    pace.refused(clock.instant());
    pause(wait.compareTo(LIMIT_CAP) > 0 ? LIMIT_CAP : wait);
  }

  /// Its quota is used up: an hour, or less where the day ends before (UTC), as quotas do.
  synchronized void spent() {
    Instant now = clock.instant();
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    Duration rest = Duration.between(now, midnight);
    pause(rest.compareTo(QUOTA_PAUSE) < 0 ? rest : QUOTA_PAUSE);
  }

  /// The furthest end of all pauses counts.
  private void pause(Duration wait) {
    Instant until = clock.instant().plus(wait);
    limitedUntil = until.isAfter(limitedUntil) ? until : limitedUntil;
  }

  synchronized void lied() {
    sample(-1, EndpointStatus.Mark.LIE);
    aside(clock.instant());
  }

  private void aside(Instant caught) {
    lies++;
    Instant until = caught.plus(lies < LIES_TO_QUARANTINE ? ASIDE : QUARANTINE);
    asideUntil = until.isAfter(asideUntil) ? until : asideUntil;
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
    sorted = latencies.stream().mapToInt(Integer::intValue).filter(l -> l >= 0).sorted().toArray();
  }

  /// Whether it may be asked: no pause is running.
  synchronized boolean mayAsk() {
    Instant now = clock.instant();
    return !openUntil.isAfter(now) && !limitedUntil.isAfter(now);
  }

  synchronized boolean isAside() {
    return asideUntil.isAfter(clock.instant());
  }

  /// Whether it asked for fewer requests.
  synchronized boolean isRefusing() {
    return limitedUntil.isAfter(clock.instant());
  }

  /// Whether one more request would be too many: it asked for fewer, or would by now.
  synchronized boolean isLimited() {
    return isRefusing() || !pace.untilFree(clock.instant()).isZero();
  }

  /// How long until one more request is not too many.
  synchronized Duration untilUnlimited() {
    Instant now = clock.instant();
    Duration paced = pace.untilFree(now);
    Duration told = Duration.between(now, isRefusing() ? limitedUntil : now);
    return told.compareTo(paced) > 0 ? told : paced;
  }

  synchronized boolean isTried() {
    return !marks.isEmpty();
  }

  /// Whether the latest call failed.
  synchronized boolean isFailing() {
    return failuresInARow > 0;
  }

  /// How long it is waited for before another endpoint is asked beside it.
  synchronized Duration hedge() {
    return sorted.length < WARM
        ? COLD_HEDGE
        : Duration.ofMillis(
            Math.clamp(percentile(90).orElse(LEAST_HEDGE), LEAST_HEDGE, MOST_HEDGE));
  }

  /// Whether nobody need wait for it: it was silent last time, pauses, lied, or keeps a caller
  /// waiting right now. Who fails at once costs no time and is none.
  synchronized boolean isSuspect() {
    return silent || !mayAsk() || isAside() || isOverdue();
  }

  synchronized Optional<Duration> nextTry() {
    Instant until = openUntil.isAfter(limitedUntil) ? openUntil : limitedUntil;
    Instant now = clock.instant();
    return until.isAfter(now) ? Optional.of(Duration.between(now, until)) : Optional.empty();
  }

  synchronized OptionalInt percentile(int percent) {
    return sorted.length == 0
        ? OptionalInt.empty()
        : OptionalInt.of(sorted[(sorted.length - 1) * percent / 100]);
  }

  synchronized List<Integer> latencies() {
    return new ArrayList<>(latencies);
  }

  synchronized List<EndpointStatus.Mark> marks() {
    return new ArrayList<>(marks);
  }
}
