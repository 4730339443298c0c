package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.state.Beside;
import io.belay.core.state.Observed;
import io.belay.core.state.Timing;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one chain over all its endpoints. Every result says how it is known.
public final class Reader {
  private static final Duration SECOND_POLL = Duration.ofSeconds(1);

  private final Chain chain;
  private final List<Endpoint> endpoints;
  private final ChainMemory memory;
  private final Timing timing;
  private final HeadChain heads;
  private final AccountReader accounts;
  private final MethodReader methods;
  private final StorageReader storage;
  private final Simulator simulator;
  private final SpotCheck check;
  private final InclusionProof inclusions;
  private final NonceTaker takers;
  private final Patience patience;
  private final ConnectivityReport report;
  private final TipsReader tips;
  private final Duration pollInterval;
  private final Duration fresh;
  private volatile Optional<Instant> headAt = Optional.empty();
  private volatile long headNumber = -1;

  /// A reader over these endpoints; the disabled ones are left out by the caller.
  public Reader(Chain chain, List<Endpoint> endpoints, ChainMemory memory, Timing timing) {
    this(chain, endpoints, memory, timing, HeadChain.Shown.NOTHING);
  }

  private Reader(
      Chain chain,
      List<Endpoint> endpoints,
      ChainMemory memory,
      Timing timing,
      HeadChain.Shown shown) {
    this.chain = chain;
    this.endpoints = List.copyOf(endpoints);
    this.memory = memory;
    this.timing = timing;
    this.pollInterval = pollInterval(chain);
    // half as much again, so that a poll in the background is not doubled by every reader
    this.fresh = pollInterval.multipliedBy(3).dividedBy(2);
    this.heads = new HeadChain(chain, endpoints, memory, timing, shown, this::riders);
    this.patience = new Patience(this.endpoints, timing);
    this.report = new ConnectivityReport(chain, this.endpoints, heads, timing);
    Provers provers = new Provers(this.endpoints, heads, memory, timing);
    this.check = new SpotCheck(provers);
    this.accounts = new AccountReader(this.endpoints, heads, memory, provers, timing);
    BlockReader blocks = new BlockReader(chain, timing, this::usable);
    this.inclusions = new InclusionProof(blocks, chain.rules().dataFee(), this::usable);
    this.takers = new NonceTaker(this::usable);
    this.tips = new TipsReader(chain, this::usable, fresh, timing);
    this.storage = new StorageReader(provers, this::usable);
    this.simulator = new Simulator(this::usable);
    this.methods = new MethodReader(chain, blocks, accounts, storage, this::usable);
  }

  /// A reader of the same chain over other endpoints, which goes on from what this one showed;
  /// calls of this one that are in flight keep its endpoints.
  public Reader with(List<Endpoint> others) {
    return new Reader(chain, others, memory, timing, heads.shown());
  }

  /// The chain.
  public Chain chain() {
    return chain;
  }

  /// The endpoints, in the user's order.
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /// A view of the chain hardly older than its poll interval.
  public View view() throws InterruptedException {
    return advance(heads.atMost(fresh));
  }

  /// The same for whoever needs what is safe and final too, for which the first poll does not ask.
  public View wholeView() throws InterruptedException {
    return advance(heads.whole(fresh));
  }

  /// A view for whoever polls once in every poll interval, so that all others find one that is
  /// fresh enough and need not wait. The tips and the account that were read lately are asked for
  /// in the same requests.
  public View poll() throws InterruptedException {
    return advance(heads.ahead(pollInterval().dividedBy(2)));
  }

  private List<Rider> riders() {
    return List.of(accounts.rider(), tips);
  }

  /// A view with a head; where nobody answers it is asked again until the patience ends.
  ///
  /// @param longest that a person wants to wait
  public View view(Duration longest) throws InterruptedException {
    View[] last = {heads.last()};
    patience.until(
        longest,
        () -> {
          last[0] = view();
          return last[0].headObserved().map(BlockRef::number);
        });
    return last[0];
  }

  /// A view made now, from all endpoints, whose proofs are put to the test as well.
  public View refresh() throws InterruptedException {
    View view = advance(heads.refresh());
    check.run(view);
    return view;
  }

  private View advance(View view) {
    long number = view.head().map(SeenBlock::number).orElse(-1L);
    if (number > headNumber) {
      headNumber = number;
      headAt = Optional.of(timing.instant());
    }
    return view;
  }

  /// Time between two polls of the heads: 0.7 of a block, at least the chain's minimum.
  public Duration pollInterval() {
    return pollInterval;
  }

  /// Time until the next poll. The first one asks for the head alone, so that whoever begins sees
  /// what he has; the next, for what is safe and final, comes soon.
  public Duration untilPoll() {
    return heads.lacksFinality() && SECOND_POLL.compareTo(pollInterval) < 0
        ? SECOND_POLL
        : pollInterval;
  }

  private static Duration pollInterval(Chain chain) {
    Duration part = chain.blockTime().multipliedBy(7).dividedBy(10);
    Duration least = chain.rules().minPoll();
    return part.compareTo(least) > 0 ? part : least;
  }

  /// An account's state at a view's head.
  public Observed<AccountState> account(View view, Address account) throws InterruptedException {
    return accounts.at(view, account);
  }

  /// Any JSON-RPC method, answered by its [Policy] at a view. `Unknown` has a code of its own where
  /// it is not for want of answers: `bad-params`, `execution-reverted`, `not-carried`.
  public Observed<JsonNode> read(View view, String method, ArrayNode params)
      throws InterruptedException {
    return methods.read(view, method, params);
  }

  /// As above, now, and asked again until the patience ends where nobody answers.
  public Observed<JsonNode> read(String method, ArrayNode params, Duration longest)
      throws InterruptedException {
    // they may be about the safe or the finalized block
    return patience.until(longest, () -> read(wholeView(), method, params));
  }

  /// An account's state now. Where a view is yet to be made its proof is asked for meanwhile.
  public Observed<AccountState> account(Address account) throws InterruptedException {
    return heads.isFresh(fresh) && !accounts.isReading(account)
        ? account(view(), account)
        : accounts.now(account, this::view);
  }

  /// An account's state now. Where nobody answers or all ask for fewer requests, it is asked again
  /// until the patience ends; what is known by then is returned.
  ///
  /// @param longest that a person wants to wait
  public Observed<AccountState> account(Address account, Duration longest)
      throws InterruptedException {
    return patience.until(longest, () -> account(account));
  }

  /// What is read, in one step or several, and read again until the patience ends where nobody
  /// answers; what is known by then is returned.
  ///
  /// @param longest that a person wants to wait
  public <T> Observed<T> patiently(Duration longest, Try<T> read) throws InterruptedException {
    return patience.until(longest, read);
  }

  /// One try at something.
  @FunctionalInterface
  public interface Try<T> {
    /// What is known of it.
    Observed<T> now() throws InterruptedException;
  }

  /// The last state of an account that at least two groups vouched for, from disk.
  public Optional<ChainMemory.AccountView> remembered(Address account) {
    return memory.account(account);
  }

  /// Looks for a transaction everywhere.
  public TxWatch.Sighting find(TxHash hash, View view) throws InterruptedException {
    return TxWatch.look(usable(), hash, view);
  }

  /// Looks for a transaction whose bytes are known everywhere, and proves its place in a block
  /// where that can be proven.
  ///
  /// @param price what follows from the bytes, so that nobody's word is needed for the cost
  public TxWatch.Sighting find(TxHash hash, byte[] raw, FeePaid.Price price, View view)
      throws InterruptedException {
    return inclusions.strengthen(TxWatch.look(usable(), hash, view), hash, raw, price, view);
  }

  /// The bytes of the transaction that used a nonce of an account; empty where nobody can tell it.
  /// Whether a block holds it is for [#find] to say.
  ///
  /// @param isIt whether bytes are signed by the account with the nonce
  public Optional<byte[]> taker(Address account, long nonce, View view, Predicate<byte[]> isIt)
      throws InterruptedException {
    return view.head().isEmpty()
        ? Optional.empty()
        : takers.find(account, nonce, view.head().get().number(), isIt);
  }

  /// The account's next nonce as the pools count it.
  public PendingNonce pendingNonce(Address account) throws InterruptedException {
    return PendingNonce.ask(usable(), account);
  }

  /// Recent tips; empty where nobody answers.
  public Optional<FeeHistory> feeHistory() throws InterruptedException {
    return tips.read();
  }

  /// Asks something while its caller asks something else.
  ///
  /// @param name for whoever looks at the threads
  public <T> Beside<T> beside(String name, Beside.Question<T> question) {
    return Beside.ask(timing, name, question);
  }

  /// Price of gas where the chain has no fee market; empty where nobody answers.
  public Optional<Wei> gasPrice() throws InterruptedException {
    return Price.ofGas(usable());
  }

  /// Tries a call at a view's head; nothing is changed by it.
  ///
  /// @param call as for `eth_call`
  public Simulated simulate(View view, ObjectNode call) throws InterruptedException {
    return simulator.run(view, call);
  }

  /// Slots of a contract's storage, proven together at a view's head; empty where nobody proves.
  public Optional<Observed<Map<Bytes32, BigInteger>>> storage(
      View view, Address contract, List<Bytes32> slots) throws InterruptedException {
    return view.head().isEmpty() ? Optional.empty() : storage.slots(view, contract, slots);
  }

  /// A slot of a contract's storage, proven at a view's head, and what the contract says itself,
  /// both in one request; empty where nobody does both.
  ///
  /// @param data of the call to the contract, `0x…`
  public Optional<Observed<SlotBeside>> slotBeside(
      View view, Address contract, Bytes32 slot, String data) throws InterruptedException {
    return view.head().isEmpty()
        ? Optional.empty()
        : storage.slotBeside(view, contract, slot, data);
  }

  /// Gas that a call needs, as the groups estimate it; empty where nobody does.
  ///
  /// @param view whose block's limit no call can exceed
  public Optional<GasEstimate> estimateGas(View view, ObjectNode call) throws InterruptedException {
    return GasEstimate.ask(usable(), view, call);
  }

  /// An empty JSON object for call parameters.
  public ObjectNode object() {
    return endpoints.getFirst().json().object();
  }

  /// Parameters of a call.
  public ArrayNode parameters(Object... params) {
    return endpoints.getFirst().json().call("", params).params();
  }

  /// Endpoints that may be asked for reads now: where all fail or lied, all of them, but nobody who
  /// asks for fewer requests.
  private List<Endpoint> usable() {
    List<Endpoint> willing =
        endpoints.stream().filter(e -> !e.isWrongChain() && !e.health().isLimited()).toList();
    List<Endpoint> good =
        willing.stream().filter(e -> !e.health().isAside() && e.health().mayAsk()).toList();
    return Roster.best(good.isEmpty() ? willing : good);
  }

  /// The connection as shown to people.
  public Connectivity connectivity() {
    return report.now(headAt);
  }
}
