package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.chain.Chain;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one chain over all its endpoints. Every result says how it is known.
public final class Reader {
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final Chain chain;
  private final List<Endpoint> endpoints;
  private final ChainMemory memory;
  private final InstantSource clock;
  private final HeadChain heads;
  private final AccountReader accounts;
  private volatile Optional<Instant> headAt = Optional.empty();
  private volatile long headNumber = -1;

  /// A reader over these endpoints; the disabled ones are left out by the caller.
  public Reader(Chain chain, List<Endpoint> endpoints, ChainMemory memory, InstantSource clock) {
    this.chain = chain;
    this.endpoints = List.copyOf(endpoints);
    this.memory = memory;
    this.clock = clock;
    this.heads = new HeadChain(chain, endpoints, memory, clock);
    this.accounts = new AccountReader(this.endpoints, heads, memory);
  }

  /// The chain.
  public Chain chain() {
    return chain;
  }

  /// The endpoints, in the user's order.
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /// A view of the chain no older than its poll interval.
  public View view() throws InterruptedException {
    return advance(heads.atMost(pollInterval()));
  }

  /// A view made now.
  public View refresh() throws InterruptedException {
    return advance(heads.refresh());
  }

  private View advance(View view) {
    long number = view.head().map(SeenBlock::number).orElse(-1L);
    if (number > headNumber) {
      headNumber = number;
      headAt = Optional.of(clock.instant());
    }
    return view;
  }

  /// Time between two polls of the heads: 0.7 of a block, at least the chain's minimum.
  public Duration pollInterval() {
    Duration part = chain.blockTime().multipliedBy(7).dividedBy(10);
    Duration least = chain.rules().minPoll();
    return part.compareTo(least) > 0 ? part : least;
  }

  /// An account's state at a view's head.
  public Observed<AccountState> account(View view, Address account) throws InterruptedException {
    return accounts.at(view, account);
  }

  /// The last state of an account that at least two groups vouched for, from disk.
  public Optional<ChainMemory.AccountView> remembered(Address account) {
    return memory.account(account);
  }

  /// Looks for a transaction everywhere.
  public TxWatch.Sighting find(TxHash hash, View view) throws InterruptedException {
    return TxWatch.look(usable(), hash, view);
  }

  /// Recent tips; empty where nobody answers.
  public Optional<FeeHistory> feeHistory() throws InterruptedException {
    return FeeHistory.ask(usable());
  }

  /// Gas that a call needs by the largest estimate of the groups; empty where nobody answers.
  public Optional<Long> estimateGas(ObjectNode call) throws InterruptedException {
    Map<Endpoint, Long> answers =
        Fanout.gather(
            usable(),
            e -> {
              JsonNode gas = e.call(e.json().call("eth_estimateGas", call), Duration.ofSeconds(4));
              return Quantity.of(gas)
                  .orElseThrow(() -> RpcException.garbage(new IllegalStateException("no gas")));
            },
            PATIENCE,
            Fanout.twoGroupsAndABit());
    List<Long> sorted = answers.values().stream().sorted().toList();
    // the middle: one liar can neither drain by a huge limit nor fail us by a small one
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  /// An empty JSON object for call parameters.
  public ObjectNode object() {
    return endpoints.getFirst().json().object();
  }

  /// Endpoints that may be asked for reads now.
  private List<Endpoint> usable() {
    List<Endpoint> good =
        endpoints.stream()
            .filter(e -> !e.isWrongChain() && !e.health().isAside() && e.health().mayAsk())
            .toList();
    return good.isEmpty() ? endpoints.stream().filter(e -> !e.isWrongChain()).toList() : good;
  }

  /// The connection as shown to people.
  public Connectivity connectivity() {
    View view = heads.last();
    List<EndpointStatus> rows = endpoints.stream().map(this::status).toList();
    int up =
        (int)
            rows.stream()
                .filter(row -> row.state() == EndpointStatus.State.UP)
                .map(row -> row.config().group())
                .distinct()
                .count();
    return new Connectivity(
        chain.id(),
        mode(view),
        view.headObserved(),
        headAt,
        view.finalized(),
        up,
        heads.groups(),
        rows);
  }

  private static Connectivity.Mode mode(View view) {
    if (view.at().equals(Instant.MIN)) {
      return Connectivity.Mode.STARTING;
    }
    if (view.head().isEmpty()) {
      return view.claims().isEmpty() ? Connectivity.Mode.STALE : Connectivity.Mode.DISPUTED;
    }
    return view.isAgreed() ? Connectivity.Mode.ONLINE : Connectivity.Mode.DEGRADED;
  }

  private EndpointStatus status(Endpoint endpoint) {
    Health health = endpoint.health();
    Optional<Duration> behind = heads.behind(endpoint);
    return new EndpointStatus(
        endpoint.config(),
        state(endpoint, behind),
        health.percentile(50),
        health.percentile(90),
        health.latencies(),
        health.marks(),
        heads.height(endpoint),
        behind,
        endpoint.blames(),
        health.nextTry());
  }

  private EndpointStatus.State state(Endpoint endpoint, Optional<Duration> behind) {
    Health health = endpoint.health();
    if (endpoint.isWrongChain()) {
      return EndpointStatus.State.WRONG_CHAIN;
    }
    if (health.isAside()) {
      return EndpointStatus.State.SET_ASIDE;
    }
    if (health.isLimited()) {
      return EndpointStatus.State.LIMITED;
    }
    if (behind.isPresent()) {
      return behind.get().isZero() ? EndpointStatus.State.UP : EndpointStatus.State.LAGGING;
    }
    boolean asked = health.isTried() || !heads.last().at().equals(Instant.MIN);
    return asked ? EndpointStatus.State.NO_ANSWER : EndpointStatus.State.UNTRIED;
  }
}
