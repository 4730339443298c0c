package io.belay.core.practice;

import java.time.Duration;
import java.util.Optional;

/// What is wrong with an endpoint of a simulation of sending, during some time.
///
/// @param known one of the fault injector's; empty for one that invents receipts
/// @param from when it begins, since the run's start
/// @param until when it ends
record SendFault(Optional<Fault> known, Duration from, Duration until) {
  boolean isOn(Duration time) {
    return time.compareTo(from) >= 0 && time.compareTo(until) < 0;
  }

  /// Whether it says what is not so, or hides what is; the others only say nothing.
  boolean lies() {
    return known.isEmpty()
        || switch (known.get()) {
          case LYING_NONCE, WRONG_CHAIN, NULL_BY_HASH, DROP_TX, SAYS_KNOWN -> true;
          case SAYS_NONCE_TOO_LOW, SAYS_NO_FUNDS, FOREIGN_HASH, DUPLICATE_KEYS, WRONG_ID -> true;
          case STALE, FUTURE_HEAD, FORKED -> true;
          default -> false;
        };
  }

  @Override
  public String toString() {
    return known.map(Fault::id).orElse("invents-receipts") + " " + from + ".." + until;
  }
}
