package io.belay.app.fake;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.decode.RevertReason;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.NonceChart;
import io.belay.core.send.NonceLease;
import io.belay.core.send.Purpose;
import io.belay.core.send.Replacement;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxFacts;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.send.Warning;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.track.ChainSession;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.SignedTransaction;
import io.belay.core.tx.UnsignedTransaction;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A session that answers from memory.
public final class FakeSession implements ChainSession {
  public static final Instant NOW = Instant.parse("2026-11-22T14:06:12Z");
  public static final Chain CHAIN =
      new Chain(
          ChainId.of(2_352_900_001L),
          "Practice",
          "practice",
          new Asset(ChainId.of(2_352_900_001L), "ETH", 18),
          Duration.ofSeconds(12),
          new Chain.Rules(Chain.HeaderKind.ETHEREUM, true, Duration.ofSeconds(1)),
          true);
  public static final Bytes32 HASH = Bytes32.of(BigInteger.valueOf(0x5eed));

  public final State<Connectivity> connectivity = new State<>(FakeNetwork.online());
  public final State<List<TxRecord>> activity = new State<>(List.of());
  public final Map<Address, Observed<Wei>> balances = new HashMap<>();
  public final List<SendPlan> released = new ArrayList<>();
  public final List<SendPlan> sent = new ArrayList<>();
  public final List<Replacement> replaced = new ArrayList<>();
  public final List<TxHash> resent = new ArrayList<>();
  public final List<TxHash> aside = new ArrayList<>();
  public final List<DecodedTransaction> adopted = new ArrayList<>();
  public final List<SignedTransaction> broadcast = new ArrayList<>();
  public final Map<Address, NonceChart> charts = new HashMap<>();
  public BroadcastReport.Verdict verdict = BroadcastReport.Verdict.SUBMITTED;
  public Optional<RevertReason> refusal = Optional.empty();
  public byte[] raw = io.belay.base.Hex.decode(FakeRaw.here());
  public final AtomicInteger refreshes = new AtomicInteger();
  public Optional<String> sendFails = Optional.empty();
  public Optional<String> planFails = Optional.empty();

  public static Evidence evidence(String... groups) {
    return new Evidence(412, HASH, List.of(groups), NOW.minusSeconds(6));
  }

  public static Wei ether(String decimal) {
    return io.belay.core.money.Amount.parse(decimal, 18);
  }

  @Override
  public Chain chain() {
    return CHAIN;
  }

  @Override
  public State<Connectivity> connectivity() {
    return connectivity;
  }

  @Override
  public void refresh() {
    refreshes.incrementAndGet();
  }

  @Override
  public boolean isUsed(Address account) {
    return balances.containsKey(account);
  }

  @Override
  public Observed<Wei> balance(Address account) {
    return balances.getOrDefault(account, new Observed.Unknown<>("no-way-to-chain"));
  }

  @Override
  public SendPlan plan(TransferIntent intent) {
    planFails.ifPresent(code -> {
      throw new WalletException(code, "asked to fail");
    });
    UnsignedTransaction tx =
        new UnsignedTransaction(
            CHAIN.id(),
            118,
            Wei.ofGwei("1"),
            Wei.ofGwei("16"),
            21_000,
            intent.to(),
            intent.amount().units(),
            "0x");
    return new SendPlan(
        intent,
        tx,
        new FeeQuote(Wei.ofGwei("16"), Wei.ofGwei("1"), Wei.ofGwei("9"), Duration.ofSeconds(24)),
        new NonceLease(1, CHAIN.id(), intent.from().address(), 118),
        balance(intent.from().address()),
        new Observed.Proven<>(118L, evidence("alpine", "birch")),
        List.of(new Warning("first-time-recipient", "compare every group with a second source")));
  }

  @Override
  public void release(SendPlan plan) {
    released.add(plan);
  }

  @Override
  public TxHash send(SendPlan plan, Signer signer) {
    sendFails.ifPresent(code -> {
      throw new WalletException(code, "asked to fail");
    });
    sent.add(plan);
    TxRecord record = record(plan.transaction(), plan.intent().from().address());
    activity.update(old -> {
      List<TxRecord> next = new ArrayList<>(old);
      next.addFirst(record);
      return next;
    });
    return record.hash();
  }

  @Override
  public Replacement speedUp(TxHash hash) {
    TxRecord old = find(hash);
    Wei tip = Wei.ofGwei("2");
    return replacement(Purpose.SPEED_UP, old, old.transaction().withFees(Wei.ofGwei("18"), tip));
  }

  @Override
  public Replacement cancel(TxHash hash) {
    TxRecord old = find(hash);
    return replacement(Purpose.CANCEL, old, nothing(old.from(), old.nonce()));
  }

  @Override
  public Replacement fill(Address account, long nonce) {
    replaceFails();
    return new Replacement(
        "fill-" + nonce, account, Purpose.FILL, Optional.empty(), nothing(account, nonce));
  }

  private Replacement replacement(Purpose purpose, TxRecord old, UnsignedTransaction next) {
    replaceFails();
    return new Replacement(old.intentId(), old.from(), purpose, Optional.of(old.hash()), next);
  }

  private void replaceFails() {
    planFails.ifPresent(code -> {
      throw new WalletException(code, "asked to fail");
    });
  }

  private static UnsignedTransaction nothing(Address account, long nonce) {
    return new UnsignedTransaction(
        CHAIN.id(), nonce, Wei.ofGwei("2"), Wei.ofGwei("18"), 21_000, account, Wei.ZERO, "0x");
  }

  private TxRecord find(TxHash hash) {
    return activity.get().stream().filter(r -> r.hash().equals(hash)).findFirst().orElseThrow();
  }

  @Override
  public TxHash send(Replacement replacement, AccountRef account, Signer signer) {
    sendFails.ifPresent(code -> {
      throw new WalletException(code, "asked to fail");
    });
    replaced.add(replacement);
    TxRecord plain = record(replacement.transaction(), account.address());
    TxHash hash = new TxHash(Bytes32.of(BigInteger.valueOf(0xbeefL + replaced.size())));
    TxFacts facts =
        new TxFacts(
            replacement.purpose(),
            replacement.replaces(),
            OptionalLong.empty(),
            OptionalLong.empty());
    add(
        new TxRecord(
                hash,
                replacement.intentId(),
                plain.from(),
                plain.transaction(),
                NOW,
                TxState.SENDING,
                Optional.empty(),
                Optional.empty(),
                Observed.Level.UNKNOWN,
                Optional.empty(),
                List.of(),
                Optional.of(NOW.plusSeconds(15)))
            .with(facts));
    return hash;
  }

  private void add(TxRecord record) {
    activity.update(old -> {
      List<TxRecord> next = new ArrayList<>(old);
      next.addFirst(record);
      return next;
    });
  }

  @Override
  public void rebroadcast(TxHash hash) {
    resent.add(hash);
  }

  @Override
  public void adopt(TxHash hash) {
    aside.add(hash);
  }

  @Override
  public NonceChart nonces(Address account) {
    if (charts.containsKey(account)) {
      return charts.get(account);
    }
    return new NonceChart(
        account, new Observed.Proven<>(118L, evidence("alpine", "birch")), 118, List.of());
  }

  @Override
  public Optional<SignedTransaction> signed(TxHash hash) {
    return Optional.of(SignedTransaction.of(raw));
  }

  @Override
  public boolean adopt(DecodedTransaction transaction) {
    adopted.add(transaction);
    transaction
        .plain()
        .ifPresent(tx -> {
          TxRecord plain = record(tx, transaction.from());
          add(
              new TxRecord(
                  transaction.signed().hash(),
                  "adopted",
                  plain.from(),
                  tx,
                  NOW,
                  TxState.SENDING,
                  Optional.empty(),
                  Optional.empty(),
                  Observed.Level.UNKNOWN,
                  Optional.empty(),
                  List.of(),
                  Optional.of(NOW)));
        });
    return transaction.plain().isPresent();
  }

  @Override
  public BroadcastReport broadcast(SignedTransaction signed, Consumer<AttemptRow> heard) {
    broadcast.add(signed);
    FakeNetwork.IDS.stream().map(FakeSession::attempt).forEach(heard);
    return new BroadcastReport(Map.of(), verdict);
  }

  @Override
  public Optional<RevertReason> refusal(TxHash hash) {
    return refusal;
  }

  public static TxRecord record(UnsignedTransaction tx, Address from) {
    return new TxRecord(
        new TxHash(Bytes32.of(BigInteger.valueOf(0xfeedL + tx.nonce()))),
        "intent",
        from,
        tx,
        NOW.minusSeconds(10),
        TxState.SEEN,
        Optional.empty(),
        Optional.empty(),
        Observed.Level.AGREED,
        Optional.empty(),
        FakeNetwork.IDS.stream().map(id -> attempt(id)).toList(),
        Optional.of(NOW.plusSeconds(12)));
  }

  private static AttemptRow attempt(String id) {
    int at = FakeNetwork.IDS.indexOf(id);
    return new AttemptRow(
        new io.belay.core.rpc.EndpointId(id),
        FakeNetwork.GROUPS.get(at),
        List.of("accepted", "accepted", "already-known", "no-answer", "rejected", "accepted")
            .get(at),
        List.of("accepted", "accepted", "already-known", "timeout", "refused", "accepted").get(at),
        at * 57 + 8,
        NOW.minusSeconds(9),
        at < 3);
  }

  @Override
  public State<List<TxRecord>> activity() {
    return activity;
  }

  @Override
  public void close() {}

  public static BlockRef block(long number) {
    return new BlockRef(number, HASH);
  }
}
