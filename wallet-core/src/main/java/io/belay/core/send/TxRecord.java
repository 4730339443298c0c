package io.belay.core.send;

import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A transaction of this wallet as the journal knows it.
///
/// @param hash its identity
/// @param intentId the intent it came from
/// @param from the sender
/// @param transaction what was signed
/// @param createdAt when it was signed
/// @param state how far it has come
/// @param succeeded whether its execution succeeded, once in a block
/// @param block the block that holds it
/// @param evidence how the state is known
/// @param replacedBy the transaction that took its nonce
/// @param attempts each endpoint's latest answer
/// @param nextSend when the same bytes are sent again
public record TxRecord(
    TxHash hash,
    String intentId,
    io.belay.base.Address from,
    UnsignedTransaction transaction,
    Instant createdAt,
    TxState state,
    Optional<Boolean> succeeded,
    Optional<BlockRef> block,
    Observed.Level evidence,
    Optional<TxHash> replacedBy,
    List<AttemptRow> attempts,
    Optional<Instant> nextSend) {

  /// Copies the attempts.
  public TxRecord {
    attempts = List.copyOf(attempts);
  }
}
