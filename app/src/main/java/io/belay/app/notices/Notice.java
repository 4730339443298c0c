package io.belay.app.notices;

import io.belay.core.send.TxRecord;
import java.time.Instant;
import java.util.Optional;

/// Something that happened, in words.
///
/// @param number in the order they came
/// @param weight how much of the eye it asks for
/// @param title what happened
/// @param detail what it happened to, or what to know of it
/// @param at when Belay noticed
/// @param send the send it is about
/// @param read whether it was seen
public record Notice(
    long number,
    Weight weight,
    String title,
    String detail,
    Instant at,
    Optional<TxRecord> send,
    boolean read) {
  /// How much of the eye a notice asks for.
  public enum Weight {
    /// All is well.
    NEWS,
    /// To be known.
    ADVICE,
    /// Money is concerned.
    TROUBLE
  }

  /// It was seen.
  Notice seen() {
    return new Notice(number, weight, title, detail, at, send, true);
  }
}
