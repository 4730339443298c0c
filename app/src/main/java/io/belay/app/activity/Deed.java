package io.belay.app.activity;

import io.belay.core.send.Purpose;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What can be done with a transaction that was signed.
enum Deed {
  SPEED_UP,
  CANCEL,
  RESEND;

  /// The key of its word.
  String key() {
    return "deed." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Why it cannot be done now, as a text's key; empty where it can.
  ///
  /// @param all the journal, for others at the same nonce
  /// @param hasKey whether the account's key is in the open vault
  Optional<String> whyNot(TxRecord record, List<TxRecord> all, boolean hasKey) {
    Optional<String> past = past(record);
    if (this == RESEND || past.isPresent()) {
      return past;
    }
    if (record.state() == TxState.CONFLICT) {
      return Optional.of("deed.no.conflict");
    }
    boolean rival =
        all.stream()
            .filter(r -> r.from().equals(record.from()) && r.nonce() == record.nonce())
            .anyMatch(r -> r.state().isIncluded());
    if (rival) {
      return Optional.of("deed.no.rival");
    }
    if (!hasKey) {
      return Optional.of("deed.no.key");
    }
    boolean again =
        this == CANCEL
            && record.facts().purpose() != Purpose.TRANSFER
            && record.facts().purpose() != Purpose.SPEED_UP;
    return again ? Optional.of("deed.no.is-cancel") : Optional.empty();
  }

  private static Optional<String> past(TxRecord record) {
    return switch (record.state()) {
      case INCLUDED, SAFE, FINAL -> Optional.of("deed.no.included");
      case REPLACED -> Optional.of("deed.no.replaced");
      case REJECTED -> Optional.of("deed.no.rejected");
      case SIGNED, SENDING, ACCEPTED, SEEN, UNKNOWN, CONFLICT, STUCK, DROPPED -> Optional.empty();
    };
  }
}
