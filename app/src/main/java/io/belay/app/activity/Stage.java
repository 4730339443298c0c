package io.belay.app.activity;

import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.util.Locale;

/// The steps of a transaction as the timeline shows them.
public enum Stage {
  /// Signed and on disk.
  SIGNED,
  /// An endpoint took it.
  ACCEPTED,
  /// Found in another operator's pool.
  SEEN,
  /// In a block.
  INCLUDED,
  /// In a block that is unlikely to go.
  SAFE,
  /// In a finalized block.
  FINAL;

  /// Whether the transaction has come this far.
  public boolean reachedBy(TxRecord record) {
    return switch (this) {
      case SIGNED -> true;
      case ACCEPTED ->
          record.state().reaches(TxState.ACCEPTED)
              || record.attempts().stream().anyMatch(a -> holds(a.outcome()));
      case SEEN ->
          record.state().reaches(TxState.SEEN)
              || record.attempts().stream().anyMatch(a -> a.seen());
      case INCLUDED -> record.state().reaches(TxState.INCLUDED);
      case SAFE -> record.state().reaches(TxState.SAFE);
      case FINAL -> record.state().reaches(TxState.FINAL);
    };
  }

  /// Whether an answer's word says that the endpoint holds the transaction.
  static boolean holds(String outcome) {
    return outcome.equals("accepted") || outcome.equals("already-known");
  }

  /// The key of its word.
  public String key() {
    return "stage." + name().toLowerCase(Locale.ROOT);
  }
}
