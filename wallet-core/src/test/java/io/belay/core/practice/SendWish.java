package io.belay.core.practice;

import java.time.Duration;

/// What the person of a simulation of sending wants sent.
///
/// @param at when, since the run's start
/// @param kind what becomes of it where nothing is wrong
/// @param twice whether two processes are told at once, as by an impatient click
record SendWish(Duration at, Kind kind, boolean twice) {
  /// What becomes of it where nothing is wrong.
  enum Kind {
    /// It pays.
    PAYS,
    /// It is mined, and its contract refuses.
    REVERTS,
    /// Every node refuses it.
    REFUSED
  }

  static SendWish pays(Duration at) {
    return new SendWish(at, Kind.PAYS, false);
  }
}
