package io.belay.app.process;

import java.util.Locale;

/// How far a `send` had come when it was killed.
enum KillStage {
  /// It has not asked for the password yet.
  PLANNING,
  /// It has, and nothing is in the journal.
  SIGNING,
  /// The journal has it, and no byte has left.
  JOURNALLED,
  /// An endpoint has bytes of it, and no node has it.
  ON_THE_WIRE,
  /// One node has it, and not every endpoint.
  BETWEEN_ENDPOINTS,
  /// It is where it belongs.
  ACCEPTED;

  /// Whether it was signed.
  boolean isSigned() {
    return compareTo(JOURNALLED) >= 0;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
