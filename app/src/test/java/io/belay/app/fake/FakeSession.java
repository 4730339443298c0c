package io.belay.app.fake;

import io.belay.app.control.Known;
import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.decode.RevertReason;
import io.belay.core.fee.FeeBasis;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.NonceChart;
import io.belay.core.send.Purpose;
import io.belay.core.send.Replacement;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxFacts;
import io.belay.core.send.TxOrigin;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxStanding;
import io.belay.core.send.TxState;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.token.KnownToken;
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
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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
  public Chain chain = CHAIN;
  public final State<Connectivity> connectivity = new State<>(FakeNetwork.online());
  public final Map<Address, String> names = new HashMap<>();
  public final FakeTokens told = new FakeTokens();
  public final State<Map<Address, KnownToken>> knownTokens = told.known;
  public final State<List<TxRecord>> activity = new State<>(List.of());
  public final Map<Address, Observed<Wei>> balances = new HashMap<>();
  public final Map<TxHash, SignedTransaction> signedBytes = new HashMap<>();
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

  /// As `sendFails`, but only after the transaction is in the journal.
  public Optional<String> answerLost = Optional.empty();

  /// What a plan is made into before it is handed out.
  public UnaryOperator<SendPlan> planned = UnaryOperator.identity();

  public Optional<FeeBasis> basis =
      Optional.of(new FeeBasis(Wei.ofGwei("8"), Optional.empty(), CHAIN.blockTime()));
  public final Map<Asset, Wei> tokenBalances = new HashMap<>();
  private final Map<String, TxHash> byIntent = new HashMap<>();

  public static final Asset USDC = FakeTokens.USDC;
  public static final Asset FALSE_USDC = FakeTokens.FALSE_USDC;

  public static Evidence evidence(String... groups) {
    return new Evidence(412, HASH, List.of(groups), NOW.minusSeconds(6));
  }

  public static Wei ether(String decimal) {
    return io.belay.core.money.Amount.parse(decimal, 18);
  }

  @Override
  public Chain chain() {
    return chain;
  }

  @Override
  public State<Connectivity> connectivity() {
    return connectivity;
  }

  @Override
  public void use(List<Endpoint> endpoints) {}

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
  public Observed<AccountState> account(Address account) {
    return balance(account).map(wei -> new AccountState(wei, 118, false));
  }

  @Override
  public Observed<Wei> balance(Address account, Asset asset) {
    return asset.isToken()
        ? Optional.ofNullable(tokenBalances.get(asset))
            .<Observed<Wei>>map(wei -> new Observed.Agreed<>(wei, evidence("alpine", "birch")))
            .orElseGet(() -> new Observed.Unknown<>("no-answer"))
        : balance(account);
  }

  @Override
  public SortedMap<String, Address> tokens() {
    return FakeTokens.wellKnown();
  }

  @Override
  public Asset token(String token) {
    return told.token(token);
  }

  /// What is known beside transactions' bytes.
  public Known known() {
    return new Known(CHAIN.currency(), knownTokens.get(), names);
  }

  /// From now on a token is known.
  public void tell(Asset token, Observed.Level level) {
    told.tell(token, level);
  }

  @Override
  public State<Map<Address, KnownToken>> knownTokens() {
    return knownTokens;
  }

  @Override
  public State<List<KnownToken>> listedTokens() {
    return told.listed;
  }

  @Override
  public void listToken(Address contract, boolean on) {
    told.list(contract, on);
  }

  @Override
  public Optional<FeeBasis> feeBasis() {
    return basis;
  }

  @Override
  public long gas(TransferIntent intent) {
    return intent.amount().asset().isToken() ? 65_000 : 21_000;
  }

  @Override
  public List<EndpointConfig> carriers() {
    return connectivity.get().endpoints().stream().map(EndpointStatus::config).toList();
  }

  @Override
  public SendPlan plan(TransferIntent intent) {
    planFails.ifPresent(code -> {
      throw new WalletException(code, "asked to fail");
    });
    return planned.apply(FakePlanning.plain(this, intent));
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
    TxHash before = byIntent.get(plan.intent().id());
    if (before != null) {
      return before; // as the journal does
    }
    sent.add(plan);
    TxRecord record = record(plan.transaction(), plan.intent().from().address());
    byIntent.put(plan.intent().id(), record.hash());
    add(record);
    answerLost.ifPresent(code -> {
      throw new WalletException(code, "asked to fail");
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
    add(sending(hash, replacement.intentId(), plain).with(facts));
    return hash;
  }

  private static TxRecord sending(TxHash hash, String intent, TxRecord plain) {
    return new TxRecord(
        new TxOrigin(hash, intent, plain.from(), plain.transaction(), NOW, false),
        TxStanding.outside(TxState.SENDING, Observed.Level.UNKNOWN)
            .sendAt(Optional.of(NOW.plusSeconds(15))),
        List.of());
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
    return Optional.of(signedBytes.getOrDefault(hash, SignedTransaction.of(raw)));
  }

  @Override
  public boolean adopt(DecodedTransaction transaction) {
    adopted.add(transaction);
    transaction
        .followed(CHAIN.id())
        .ifPresent(tx -> {
          TxRecord plain = record(tx, transaction.from());
          add(sending(transaction.signed().hash(), "adopted", plain));
        });
    return transaction.followed(CHAIN.id()).isPresent();
  }

  @Override
  public BroadcastReport broadcast(SignedTransaction signed, Consumer<AttemptRow> heard) {
    broadcast.add(signed);
    FakeNetwork.IDS.stream().map(FakeNetwork::attempt).forEach(heard);
    return new BroadcastReport(Map.of(), verdict);
  }

  @Override
  public Optional<RevertReason> refusal(TxHash hash) {
    return refusal;
  }

  public static TxRecord record(UnsignedTransaction tx, Address from) {
    TxHash hash = new TxHash(Bytes32.of(BigInteger.valueOf(0xfeedL + tx.nonce())));
    return new TxRecord(
        new TxOrigin(hash, "intent", from, tx, NOW.minusSeconds(10), false),
        TxStanding.outside(TxState.SEEN, Observed.Level.AGREED)
            .sendAt(Optional.of(NOW.plusSeconds(12))),
        FakeNetwork.IDS.stream().map(FakeNetwork::attempt).toList());
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
