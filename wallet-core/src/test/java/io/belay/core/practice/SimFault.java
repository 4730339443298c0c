package io.belay.core.practice;

import java.time.Duration;

/// What is wrong with an endpoint of a simulation during some time.
///
/// @param kind what
/// @param from when it begins, since the run's start
/// @param until when it ends
record SimFault(Kind kind, Duration from, Duration until) {
  /// Kinds of faults: those of the fault injector, and those that only a simulation can make.
  sealed interface Kind {
    /// One of the injector's.
    record Known(Fault fault) implements Kind {}

    /// Follows another chain with headers, proofs and all, as colluders would.
    record OtherChain() implements Kind {}

    /// Lies only about one account.
    record OnlyAbout(Fault fault) implements Kind {}

    /// Lies only after some honest answers.
    record After(Fault fault, int answers) implements Kind {}

    /// Its certificate is not the one it should be.
    record Intercepted() implements Kind {}

    /// Stuck at some block while the others go on.
    record Stuck() implements Kind {}

    /// Whether it says what is not so, or hides what is; the others only say nothing.
    default boolean lies() {
      return switch (this) {
        case OtherChain o -> true;
        case OnlyAbout o -> true;
        case After a -> true;
        case Stuck s -> true;
        case Intercepted i -> false;
        case Known(Fault fault) ->
            switch (fault) {
              case LYING, LYING_NONCE, LYING_FEES, BAD_PROOF, FORKED, FUTURE_HEAD, STALE -> true;
              case DUPLICATE_KEYS, WRONG_ID, WRONG_CHAIN -> true;
              default -> false;
            };
      };
    }
  }

  boolean isOn(Duration time) {
    return time.compareTo(from) >= 0 && time.compareTo(until) < 0;
  }
}
