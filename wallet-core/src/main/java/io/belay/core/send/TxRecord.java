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

/// A transaction of this wallet as the journal knows it. Its parts' values are asked for here.
///
/// @param origin what was signed
/// @param standing how far it has come
/// @param attempts each endpoint's latest answer
/// @param facts what the tracker counts by
/// @param after what came of it
public record TxRecord(
    TxOrigin origin,
    TxStanding standing,
    List<AttemptRow> attempts,
    TxFacts facts,
    Aftermath after) {

  /// Copies the attempts.
  public TxRecord {
    attempts = List.copyOf(attempts);
  }

  /// One of which the tracker knows nothing yet.
  public TxRecord(TxOrigin origin, TxStanding standing, List<AttemptRow> attempts) {
    this(origin, standing, attempts, TxFacts.NEW, Aftermath.NONE);
  }

  /// Its identity.
  public TxHash hash() {
    return origin.hash();
  }

  /// The intent it came from.
  public String intentId() {
    return origin.intentId();
  }

  /// The sender.
  public Address from() {
    return origin.from();
  }

  /// What was signed, see [TxOrigin#transaction].
  public UnsignedTransaction transaction() {
    return origin.transaction();
  }

  /// Its nonce.
  public long nonce() {
    return transaction().nonce();
  }

  /// When it was signed.
  public Instant createdAt() {
    return origin.createdAt();
  }

  /// Whether it may go to private relays only.
  public boolean privately() {
    return origin.privately();
  }

  /// How far it has come.
  public TxState state() {
    return standing.state();
  }

  /// Whether its execution succeeded, once in a block.
  public Optional<Boolean> succeeded() {
    return standing.succeeded();
  }

  /// The block that holds it.
  public Optional<BlockRef> block() {
    return standing.block();
  }

  /// How the state is known.
  public Observed.Level evidence() {
    return standing.evidence();
  }

  /// The transaction that took its nonce.
  public Optional<TxHash> replacedBy() {
    return standing.replacedBy();
  }

  /// When the same bytes are sent again.
  public Optional<Instant> nextSend() {
    return standing.nextSend();
  }

  /// This far, and known so well; in no block.
  public TxRecord in(TxState next, Observed.Level level) {
    return new TxRecord(origin, standing.in(next, level), attempts, facts, after.unpaid());
  }

  /// In a block; nothing is sent again.
  public TxRecord in(TxState next, Observed.Level level, BlockRef where, boolean ok) {
    return with(standing.in(next, level, where, ok)).with(facts.present());
  }

  /// With what it has cost in its block; what was known better stays.
  public TxRecord paid(Observed<FeePaid> fee) {
    return with(after.paid(fee));
  }

  /// With the transaction that has its nonce, which is another wallet's.
  public TxRecord takenBy(SignedTransaction other) {
    return with(after.takenBy(Optional.of(other)))
        .with(standing.replacedBy(Optional.of(other.hash())));
  }

  /// Sent again at this moment.
  public TxRecord sendAt(Instant again) {
    return with(standing.sendAt(Optional.of(again)));
  }

  /// Not sent again.
  public TxRecord sendNoMore() {
    return with(standing.sendAt(Optional.empty()));
  }

  /// With the transaction that has its nonce.
  public TxRecord replacedBy(Optional<TxHash> other) {
    boolean same = other.isPresent() && other.equals(after.taker());
    return with(same ? after : after.takenBy(Optional.empty())).with(standing.replacedBy(other));
  }

  /// With this standing.
  public TxRecord with(TxStanding next) {
    return new TxRecord(origin, next, attempts, facts, after);
  }

  /// With what is counted by.
  public TxRecord with(TxFacts next) {
    return new TxRecord(origin, standing, attempts, next, after);
  }

  private TxRecord with(Aftermath next) {
    return new TxRecord(origin, standing, attempts, facts, next);
  }
}
