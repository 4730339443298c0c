package io.belay.core.track;

import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.rpc.Inclusion;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.View;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Observed;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.SignedTransaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Names the transaction of another wallet that took a nonce of ours.
final class Takers {
  private static final int MOST_TRIES = 6;

  private final Reader reader;
  private final Map<TxHash, Try> tries = new HashMap<>();

  /// @param next height from which on it is worth trying again
  private record Try(int count, long next) {}

  Takers(Reader reader) {
    this.reader = reader;
  }

  /// What has the nonce, where a block is known to hold it and it is not the transaction itself.
  ///
  /// @param record one whose nonce the account's is past
  Optional<SignedTransaction> of(TxRecord record, View view) throws InterruptedException {
    if (record.replacedBy().isPresent() || view.head().isEmpty()) {
      return Optional.empty();
    }
    long head = view.head().get().ref().number();
    Try before = tries.getOrDefault(record.hash(), new Try(0, 0));
    if (before.count() >= MOST_TRIES || head < before.next()) {
      return Optional.empty();
    }
    tries.put(record.hash(), new Try(before.count() + 1, head + (1L << before.count())));
    Optional<SignedTransaction> found =
        reader
            .taker(record.from(), record.nonce(), view, raw -> isIts(raw, record))
            .map(SignedTransaction::of);
    return found.isPresent()
            && !found.get().hash().equals(record.hash())
            && isIncluded(found.get(), view)
        ? found
        : Optional.empty();
  }

  private static boolean isIts(byte[] raw, TxRecord record) {
    try {
      DecodedTransaction tx = DecodedTransaction.of(raw);
      return tx.from().equals(record.from()) && tx.nonce() == record.nonce();
    } catch (WalletException e) {
      return false; // of a type newer than this Belay, or no transaction at all
    }
  }

  private boolean isIncluded(SignedTransaction other, View view) throws InterruptedException {
    Observed<Inclusion> inclusion =
        reader
            .find(other.hash(), other.raw(), DecodedTransaction.priceOf(other.raw()), view)
            .inclusion();
    return inclusion.level() == Observed.Level.PROVEN || inclusion.level() == Observed.Level.AGREED;
  }
}
