package io.belay.app.fake;

import io.belay.base.Bytes32;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.EndpointId;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.Purpose;
import io.belay.core.send.TxFacts;
import io.belay.core.send.TxOrigin;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxStanding;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Transactions of the fake session's journal, all from the Savings account.
public final class FakeTx {
  private FakeTx() {}

  /// Pays 0.05 ETH to Daily.
  public static UnsignedTransaction payment(long nonce) {
    return call(nonce, FakeSession.ether("0.05"), "0x");
  }

  public static UnsignedTransaction call(long nonce, Wei value, String data) {
    return new UnsignedTransaction(
        FakeSession.CHAIN.id(),
        nonce,
        Wei.ofGwei("1"),
        Wei.ofGwei("16"),
        21_000,
        FakeVault.DAILY,
        value,
        data);
  }

  public static TxHash hash(long number) {
    return new TxHash(Bytes32.of(BigInteger.valueOf(0xfeedL + number)));
  }

  /// With the answers of [FakeSession#record].
  public static TxRecord of(long nonce, TxState state) {
    return of(
        payment(nonce), state, FakeSession.record(payment(nonce), FakeVault.SAVINGS).attempts());
  }

  public static TxRecord of(UnsignedTransaction tx, TxState state, List<AttemptRow> attempts) {
    boolean over = state.isOver() || state.isIncluded();
    TxStanding standing =
        new TxStanding(
            state,
            state.isIncluded() ? Optional.of(true) : Optional.empty(),
            state.isIncluded()
                ? Optional.of(new BlockRef(410, FakeSession.HASH))
                : Optional.empty(),
            state.reaches(TxState.ACCEPTED) ? Observed.Level.AGREED : Observed.Level.UNKNOWN,
            Optional.empty(),
            over ? Optional.empty() : Optional.of(FakeSession.NOW.plusSeconds(12)));
    Instant signed = FakeSession.NOW.minusSeconds(40);
    return new TxRecord(
        new TxOrigin(hash(tx.nonce()), "intent", FakeVault.SAVINGS, tx, signed, false),
        standing,
        attempts);
  }

  public static TxRecord reverted(long nonce) {
    TxRecord ok = of(nonce, TxState.INCLUDED);
    return ok.in(TxState.INCLUDED, Observed.Level.AGREED, ok.block().orElseThrow(), false);
  }

  public static TxRecord named(TxRecord record, TxHash hash) {
    return written(record, hash, record.intentId(), record.privately());
  }

  public static TxRecord ofIntent(String id, TxRecord record) {
    return written(record, record.hash(), id, record.privately());
  }

  public static TxRecord privately(TxRecord record) {
    return written(record, record.hash(), record.intentId(), true);
  }

  private static TxRecord written(TxRecord record, TxHash hash, String intent, boolean privately) {
    TxOrigin origin = record.origin();
    return new TxRecord(
        new TxOrigin(
            hash, intent, origin.from(), origin.transaction(), origin.createdAt(), privately),
        record.standing(),
        record.attempts(),
        record.facts(),
        record.after());
  }

  public static TxFacts facts(
      Purpose purpose, Optional<TxHash> replaces, long accepted, long absent) {
    return new TxFacts(purpose, replaces, height(accepted), height(absent));
  }

  private static OptionalLong height(long number) {
    return number == 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }

  public static AttemptRow row(int endpoint, String outcome, String kind, boolean seen) {
    return new AttemptRow(
        new EndpointId(FakeNetwork.IDS.get(endpoint)),
        FakeNetwork.GROUPS.get(endpoint),
        outcome,
        kind,
        38,
        at(),
        seen);
  }

  /// Took it, and nobody else saw it.
  public static AttemptRow hole(int endpoint) {
    AttemptRow row = row(endpoint, "accepted", "accepted", false);
    return new AttemptRow(
        row.endpoint(),
        row.group(),
        row.outcome(),
        row.kind(),
        row.millis(),
        at(),
        false,
        Optional.empty(),
        OptionalLong.of(408),
        true);
  }

  /// Named another hash.
  public static AttemptRow echo(int endpoint) {
    AttemptRow row = row(endpoint, "no-answer", "foreign-hash", false);
    return new AttemptRow(
        row.endpoint(),
        row.group(),
        row.outcome(),
        row.kind(),
        row.millis(),
        at(),
        false,
        Optional.of("0x" + "ab".repeat(32)),
        OptionalLong.empty(),
        false);
  }

  private static Instant at() {
    return FakeSession.NOW.minusSeconds(9);
  }
}
