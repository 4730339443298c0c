package io.belay.core.send;

import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.state.Observed;
import java.time.Instant;
import java.util.Optional;

/// How far a transaction has come.
///
/// @param state the state
/// @param succeeded whether its execution succeeded, once in a block
/// @param block the block that holds it
/// @param evidence how the state is known
/// @param replacedBy the transaction that took its nonce
/// @param nextSend when the same bytes are sent again
public record TxStanding(
    TxState state,
    Optional<Boolean> succeeded,
    Optional<BlockRef> block,
    Observed.Level evidence,
    Optional<TxHash> replacedBy,
    Optional<Instant> nextSend) {
  /// Signed, and nobody has been told.
  public static final TxStanding SIGNED = outside(TxState.SIGNED, Observed.Level.UNKNOWN);

  /// In no block, and not sent again by itself.
  public static TxStanding outside(TxState state, Observed.Level evidence) {
    return new TxStanding(
        state, Optional.empty(), Optional.empty(), evidence, Optional.empty(), Optional.empty());
  }

  /// In no block; when it is sent again stays.
  TxStanding in(TxState next, Observed.Level level) {
    return new TxStanding(next, Optional.empty(), Optional.empty(), level, replacedBy, nextSend);
  }

  /// In a block: nothing is sent again.
  TxStanding in(TxState next, Observed.Level level, BlockRef where, boolean ok) {
    return new TxStanding(
        next, Optional.of(ok), Optional.of(where), level, replacedBy, Optional.empty());
  }

  /// Sent again at this moment, or by itself no more.
  public TxStanding sendAt(Optional<Instant> again) {
    return new TxStanding(state, succeeded, block, evidence, replacedBy, again);
  }

  TxStanding replacedBy(Optional<TxHash> other) {
    return new TxStanding(state, succeeded, block, evidence, other, nextSend);
  }
}
