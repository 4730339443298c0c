package io.belay.core.rpc;

import io.belay.core.state.Observed;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Asks again where nobody answers, as long as a person wants to wait: soon at first, and not
/// before those who ask for fewer requests may be asked.
final class Patience {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final List<Endpoint> endpoints;
  private final Timing timing;

  Patience(List<Endpoint> endpoints, Timing timing) {
    this.endpoints = endpoints;
    this.timing = timing;
  }

  /// Tries until something is known, somebody contradicts, or the time is up; what is known by then
  /// is returned.
  <T> Observed<T> until(Duration longest, Reader.Try<T> attempt) throws InterruptedException {
    long until = timing.nanos() + longest.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      Observed<T> observed = attempt.now();
      boolean live =
          switch (observed) {
            case Observed.Stale<T> s -> false;
            case Observed.Unknown<T>(String reason) -> !reason.equals("no-answer");
            case Observed.Proven<T> p -> true;
            case Observed.Agreed<T> a -> true;
            case Observed.Single<T> s -> true;
            case Observed.Disputed<T> d -> true;
          };
      if (live) {
        return observed;
      }
      Duration wait = untilSomebodyMayBeAsked().orElse(pause);
      if (timing.nanos() + wait.toNanos() >= until) {
        return observed;
      }
      timing.sleep(wait);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
  }

  /// Where all ask for fewer requests: the time until the first of them may be asked again.
  private Optional<Duration> untilSomebodyMayBeAsked() {
    boolean all = endpoints.stream().allMatch(e -> e.health().isLimited() || e.isWrongChain());
    return all
        ? endpoints.stream()
            .filter(e -> !e.isWrongChain())
            .map(e -> e.health().untilUnlimited())
            .min(Duration::compareTo)
        : Optional.empty();
  }
}
