package io.belay.core.practice;

import java.time.Duration;

/// What the person of a simulation does to a transaction that was signed.
///
/// @param at when, since the run's start; where nothing allows it, it is tried until something does
/// @param kind what
record SendAct(Duration at, Kind kind) {
  /// What a person can do.
  enum Kind {
    /// The same again for more.
    SPEED_UP,
    /// Nothing instead of it.
    CANCEL,
    /// The same bytes now.
    RESEND
  }
}
