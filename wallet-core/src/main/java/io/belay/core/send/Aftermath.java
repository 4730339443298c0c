package io.belay.core.send;

import io.belay.base.TxHash;
import io.belay.core.rpc.FeePaid;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import java.util.Optional;

/// What came of a transaction, beyond its state.
///
/// @param paid what it has cost, once in a block; empty where nobody tells
/// @param paidEvidence how that is known
/// @param takenBy another wallet's transaction that took the nonce; its signature is the account's
public record Aftermath(
    Optional<FeePaid> paid, Observed.Level paidEvidence, Optional<SignedTransaction> takenBy) {
  /// Nothing is known.
  public static final Aftermath NONE =
      new Aftermath(Optional.empty(), Observed.Level.UNKNOWN, Optional.empty());

  /// With what it has cost; what was known better of the same block stays.
  Aftermath paid(Observed<FeePaid> fee) {
    boolean worse =
        paid.isPresent() && (fee.maybe().isEmpty() || fee.level().compareTo(paidEvidence) > 0);
    return worse ? this : new Aftermath(fee.maybe(), fee.level(), takenBy);
  }

  /// In no block: it has cost nothing yet.
  Aftermath unpaid() {
    return new Aftermath(Optional.empty(), Observed.Level.UNKNOWN, takenBy);
  }

  Aftermath takenBy(Optional<SignedTransaction> other) {
    return new Aftermath(paid, paidEvidence, other);
  }

  /// The hash of what took the nonce.
  public Optional<TxHash> taker() {
    return takenBy.map(SignedTransaction::hash);
  }
}
