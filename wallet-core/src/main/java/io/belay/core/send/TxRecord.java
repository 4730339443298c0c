package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.FeePaid;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A transaction of this wallet as the journal knows it.
///
/// @param hash its identity
/// @param intentId the intent it came from
/// @param from the sender
/// @param transaction what was signed; of one that was signed elsewhere, what it has in common with
///   those (see [TxFacts#shape])
/// @param createdAt when it was signed
/// @param state how far it has come
/// @param succeeded whether its execution succeeded, once in a block
/// @param block the block that holds it
/// @param evidence how the state is known
/// @param replacedBy the transaction that took its nonce
/// @param attempts each endpoint's latest answer
/// @param nextSend when the same bytes are sent again
/// @param facts what the tracker counts by
/// @param after what came of it
public record TxRecord(
    TxHash hash,
    String intentId,
    Address from,
    UnsignedTransaction transaction,
    Instant createdAt,
    TxState state,
    Optional<Boolean> succeeded,
    Optional<BlockRef> block,
    Observed.Level evidence,
    Optional<TxHash> replacedBy,
    List<AttemptRow> attempts,
    Optional<Instant> nextSend,
    TxFacts facts,
    Aftermath after) {

  /// Copies the attempts.
  public TxRecord {
    attempts = List.copyOf(attempts);
  }

  /// A transfer of which the tracker knows nothing yet.
  public TxRecord(
      TxHash hash,
      String intentId,
      Address from,
      UnsignedTransaction transaction,
      Instant createdAt,
      TxState state,
      Optional<Boolean> succeeded,
      Optional<BlockRef> block,
      Observed.Level evidence,
      Optional<TxHash> replacedBy,
      List<AttemptRow> attempts,
      Optional<Instant> nextSend) {
    this(
        hash,
        intentId,
        from,
        transaction,
        createdAt,
        state,
        succeeded,
        block,
        evidence,
        replacedBy,
        attempts,
        nextSend,
        TxFacts.NEW);
  }

  /// One of which nothing has come yet.
  public TxRecord(
      TxHash hash,
      String intentId,
      Address from,
      UnsignedTransaction transaction,
      Instant createdAt,
      TxState state,
      Optional<Boolean> succeeded,
      Optional<BlockRef> block,
      Observed.Level evidence,
      Optional<TxHash> replacedBy,
      List<AttemptRow> attempts,
      Optional<Instant> nextSend,
      TxFacts facts) {
    this(
        hash,
        intentId,
        from,
        transaction,
        createdAt,
        state,
        succeeded,
        block,
        evidence,
        replacedBy,
        attempts,
        nextSend,
        facts,
        Aftermath.NONE);
  }

  /// Its nonce.
  public long nonce() {
    return transaction.nonce();
  }

  /// This far, and known so well; in no block.
  public TxRecord in(TxState next, Observed.Level level) {
    return at(next, level, Optional.empty(), Optional.empty(), nextSend).with(after.unpaid());
  }

  /// In a block; nothing is sent again.
  public TxRecord in(TxState next, Observed.Level level, BlockRef where, boolean ok) {
    return at(next, level, Optional.of(ok), Optional.of(where), Optional.empty())
        .with(facts.present());
  }

  /// With what it has cost in its block; what was known better stays.
  public TxRecord paid(Observed<FeePaid> fee) {
    return with(after.paid(fee));
  }

  /// With the transaction that has its nonce, which is another wallet's.
  public TxRecord takenBy(SignedTransaction other) {
    return with(after.takenBy(Optional.of(other)), Optional.of(other.hash()));
  }

  /// Sent again at this moment.
  public TxRecord sendAt(Instant again) {
    return at(state, evidence, succeeded, block, Optional.of(again));
  }

  /// Not sent again.
  public TxRecord sendNoMore() {
    return at(state, evidence, succeeded, block, Optional.empty());
  }

  /// With the transaction that has its nonce.
  public TxRecord replacedBy(Optional<TxHash> other) {
    boolean same = other.isPresent() && other.equals(after.taker());
    return with(same ? after : after.takenBy(Optional.empty()), other);
  }

  private TxRecord at(
      TxState next,
      Observed.Level level,
      Optional<Boolean> ok,
      Optional<BlockRef> where,
      Optional<Instant> again) {
    return new TxRecord(
        hash,
        intentId,
        from,
        transaction,
        createdAt,
        next,
        ok,
        where,
        level,
        replacedBy,
        attempts,
        again,
        facts,
        after);
  }

  /// With what is counted by.
  public TxRecord with(TxFacts next) {
    return new TxRecord(
        hash,
        intentId,
        from,
        transaction,
        createdAt,
        state,
        succeeded,
        block,
        evidence,
        replacedBy,
        attempts,
        nextSend,
        next,
        after);
  }

  private TxRecord with(Aftermath next) {
    return with(next, replacedBy);
  }

  private TxRecord with(Aftermath next, Optional<TxHash> other) {
    return new TxRecord(
        hash,
        intentId,
        from,
        transaction,
        createdAt,
        state,
        succeeded,
        block,
        evidence,
        other,
        attempts,
        nextSend,
        facts,
        next);
  }
}
