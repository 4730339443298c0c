package io.belay.core.practice;

import io.belay.base.Rlp;
import java.math.BigInteger;
import java.util.List;

/// What became of one transaction in its block.
///
/// @param gasUsed by this transaction
/// @param cumulative gas used in the block up to and with it
/// @param price wei per gas it really paid
record PracticeReceipt(
    int type,
    boolean success,
    long gasUsed,
    long cumulative,
    BigInteger price,
    List<PracticeLog> logs) {

  /// The filter over its logs.
  byte[] bloom() {
    return PracticeBloom.of(logs);
  }

  /// Its leaf in the receipts trie (EIP-2718).
  byte[] encoded() {
    byte[] body =
        Rlp.encode(
            Rlp.list(
                Rlp.of(success ? 1 : 0),
                Rlp.of(cumulative),
                Rlp.of(bloom()),
                Rlp.list(logs.stream().map(PracticeLog::item).toList())));
    return type == 0 ? body : PracticeTx.prefixed(type, body);
  }
}
