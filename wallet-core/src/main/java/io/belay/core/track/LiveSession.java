package io.belay.core.track;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.decode.RevertReason;
import io.belay.core.fee.FeeBasis;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.StoredChainMemory;
import io.belay.core.send.Adoption;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.NonceChart;
import io.belay.core.send.Replacement;
import io.belay.core.send.SendJournal;
import io.belay.core.send.SendPlan;
import io.belay.core.send.TransferIntent;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.state.State;
import io.belay.core.state.Timing;
import io.belay.core.store.Database;
import io.belay.core.store.TokenBook;
import io.belay.core.token.KnownToken;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.SignedTransaction;
import io.belay.keystore.AccountRef;
import io.belay.keystore.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A network in use: reading, sending and tracking over one list of endpoints. The process that
/// gets the tracker's lock re-sends and writes states; the others read what it wrote.
public final class LiveSession implements ChainSession {
  private static final Duration SOON = Duration.ofMillis(200);

  private final SendJournal journal;
  private final Adoption adoption;
  private final TokenDesk tokens;
  private final Timing timing;
  private final Engine.Ground ground;
  private final Rounds rounds;
  private final TrackerLock lock;
  private final State<Connectivity> connectivity;
  private final State<List<TxRecord>> activity;
  // of endpoints that were swapped while something was on its way to them
  private final Set<Broadcaster> leaving = ConcurrentHashMap.newKeySet();
  private volatile Engine engine;

  /// A session; nothing is asked until it is used or started.
  ///
  /// @param endpoints all that may be used; those that take transactions and answer no question are
  ///   never asked one and have no vote
  /// @param lockDirectory where this chain's tracker lock lies
  public LiveSession(
      Chain chain,
      List<Endpoint> endpoints,
      Database database,
      Path lockDirectory,
      InstantSource clock) {
    this.timing = Timing.real(clock);
    this.rounds = new Rounds(timing, this::step, this::pause, () -> engine.reader().pollInterval());
    this.journal = new SendJournal(database, chain.id(), clock);
    this.adoption = new Adoption(database, chain.id(), clock);
    SendJournal written = this.journal;
    State<List<TxRecord>> told = new State<>(written.all());
    this.activity = told;
    this.ground =
        new Engine.Ground(database, journal, timing, clock, () -> told.set(written.all()));
    Reader reader =
        new Reader(
            chain, Engine.readers(endpoints), new StoredChainMemory(database, chain.id()), timing);
    this.engine = Engine.of(endpoints, reader, ground);
    this.tokens =
        new TokenDesk(
            () -> engine.sends(), new TokenBook(database, chain.id().value(), clock), chain.id());
    this.lock = new TrackerLock(lockDirectory.resolve("tracker-" + chain.id() + ".lock"));
    this.connectivity = new State<>(reader.connectivity());
  }

  @Override
  public synchronized void use(List<Endpoint> endpoints) {
    Engine before = engine;
    engine = Engine.of(endpoints, before.reader().with(Engine.readers(endpoints)), ground);
    leaving.add(before.broadcaster());
    leaving.removeIf(Broadcaster::isIdle);
    connectivity.set(engine.reader().connectivity());
    rounds.ring();
  }

  /// Starts polling and tracking in the background.
  public LiveSession start() {
    rounds.start();
    return this;
  }

  /// Until the next poll, or until something is due.
  private Duration pause() {
    Duration poll = engine.reader().untilPoll();
    return engine
        .tracker()
        .nextDue()
        .map(due -> Duration.between(timing.instant(), due))
        .map(left -> left.compareTo(SOON) < 0 ? SOON : left)
        .filter(left -> left.compareTo(poll) < 0)
        .orElse(poll);
  }

  /// One round: asks for the heads, takes transactions further, publishes both.
  public void step() throws InterruptedException {
    Engine now = engine;
    now.reader().poll();
    show(now);
    track(now);
    activity.set(journal.all());
    show(now);
    leaving.removeIf(Broadcaster::isIdle);
  }

  /// Unless its endpoints were swapped meanwhile.
  private void show(Engine asked) {
    if (asked.reader().equals(engine.reader())) {
      connectivity.set(asked.reader().connectivity());
    }
  }

  private void track(Engine now) throws InterruptedException {
    if (journal.all().stream().anyMatch(record -> !record.state().isOver())) {
      lock.ifFree(now.tracker()::step);
    }
  }

  @Override
  public Chain chain() {
    return engine.reader().chain();
  }

  @Override
  public State<Connectivity> connectivity() {
    return connectivity;
  }

  @Override
  public void refresh() throws InterruptedException {
    Engine now = engine;
    now.reader().refresh();
    show(now);
    activity.set(journal.all());
  }

  @Override
  public Observed<Wei> balance(Address account) throws InterruptedException {
    return account(account).map(AccountState::balance);
  }

  @Override
  public Observed<AccountState> account(Address account) throws InterruptedException {
    Engine now = engine;
    Observed<AccountState> state = now.reader().account(account);
    show(now);
    return state;
  }

  @Override
  public Observed<Wei> balance(Address account, Asset asset) throws InterruptedException {
    return tokens.orLast(asset, account, engine.sends().balance(asset, account));
  }

  @Override
  public SortedMap<String, Address> tokens() {
    return engine.sends().tokens();
  }

  @Override
  public Optional<FeeBasis> feeBasis() throws InterruptedException {
    return engine.sends().feeBasis();
  }

  @Override
  public long gas(TransferIntent intent) throws InterruptedException {
    return engine.sends().gas(intent);
  }

  @Override
  public List<EndpointConfig> carriers() {
    return engine.carriers();
  }

  /// An account's nonce now, and how it is known.
  public Observed<Long> nonce(Address account) throws InterruptedException {
    return account(account).map(AccountState::nonce);
  }

  @Override
  public boolean isUsed(Address account) throws InterruptedException {
    AccountState state =
        account(account)
            .maybe()
            .orElseThrow(() ->
                new WalletException("no-way-to-chain", "nobody says whether the account was used"));
    return state.nonce() > 0 || state.balance().value().signum() > 0 || state.hasCode();
  }

  @Override
  public SendPlan plan(TransferIntent intent) throws InterruptedException {
    Engine now = engine;
    if (intent.privately() && now.carriers().stream().noneMatch(c -> c.traits().isPrivate())) {
      throw new WalletException(
          "no-private-relay", "no private relay is on for this network: nothing was signed");
    }
    return now.sends().plan(intent);
  }

  @Override
  public Asset token(String token) throws InterruptedException {
    return tokens.learn(token).asset();
  }

  @Override
  public State<Map<Address, KnownToken>> knownTokens() {
    return tokens.known();
  }

  @Override
  public State<List<KnownToken>> listedTokens() {
    return tokens.listed();
  }

  @Override
  public void listToken(Address contract, boolean on) {
    tokens.list(contract, on);
  }

  /// What each pace costs now, see [io.belay.core.send.SendService#fees].
  public Map<FeeChoice.Pace, FeeQuote> fees() throws InterruptedException {
    return engine.sends().fees();
  }

  @Override
  public void release(SendPlan plan) {
    engine.sends().release(plan);
  }

  @Override
  public TxHash send(SendPlan plan, Signer signer) {
    return due(engine.sends().sign(plan, signer));
  }

  @Override
  public Replacement speedUp(TxHash hash) throws InterruptedException {
    return engine.desk().speedUp(hash);
  }

  @Override
  public Replacement cancel(TxHash hash) throws InterruptedException {
    return engine.desk().cancel(hash);
  }

  @Override
  public Replacement fill(Address account, long nonce) throws InterruptedException {
    return engine.desk().fill(account, nonce);
  }

  @Override
  public TxHash send(Replacement replacement, AccountRef account, Signer signer) {
    return due(engine.desk().sign(replacement, account, signer));
  }

  @Override
  public void rebroadcast(TxHash hash) {
    engine.desk().resend(hash);
    due(hash);
  }

  @Override
  public void adopt(TxHash hash) {
    engine.desk().adopt(hash);
    activity.set(journal.all());
  }

  @Override
  public NonceChart nonces(Address account) throws InterruptedException {
    return engine.desk().chart(account);
  }

  /// The transaction that an intent made, if it made one.
  public Optional<TxHash> byIntent(String id) {
    return journal.byIntent(id);
  }

  private TxHash due(TxHash hash) {
    activity.set(journal.all());
    rounds.ring();
    return hash;
  }

  /// Waits until what was begun has reached the endpoints, for whoever is about to leave; see
  /// [Broadcaster#leave].
  public void settle() throws InterruptedException {
    Predicate<TxHash> held =
        hash -> journal.find(hash).filter(r -> r.state().reaches(TxState.ACCEPTED)).isPresent();
    engine.broadcaster().leave(held);
    for (Broadcaster old : leaving) {
      old.leave(held);
    }
    activity.set(journal.all());
  }

  @Override
  public boolean adopt(DecodedTransaction transaction) {
    boolean known = adoption.adopt(transaction);
    activity.set(journal.all());
    rounds.ring();
    return known;
  }

  @Override
  public BroadcastReport broadcast(SignedTransaction signed, Consumer<AttemptRow> heard)
      throws InterruptedException {
    // of its own: what it hears belongs into no journal
    return new Broadcaster(engine.endpoints(), (hash, row) -> heard.accept(row), timing, () -> {})
        .broadcast(signed);
  }

  @Override
  public Optional<RevertReason> refusal(TxHash hash) throws InterruptedException {
    return engine.desk().refusal(hash);
  }

  @Override
  public Optional<SignedTransaction> signed(TxHash hash) {
    return journal.signed(hash);
  }

  @Override
  public State<List<TxRecord>> activity() {
    return activity;
  }

  @Override
  public void close() {
    rounds.close();
  }
}
