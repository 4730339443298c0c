package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads accounts: one endpoint proves, at a block that the groups agree on; where nobody can
/// prove, groups that say the same stand for the proof.
final class AccountReader {
  private static final Duration ALL = Duration.ofSeconds(8);
  private static final int KEPT = 256;

  private final List<Endpoint> endpoints;
  private final HeadChain heads;
  private final ChainMemory memory;
  private final Provers provers;
  private final AccountRider rider;
  private final Shared<Key, Observed<AccountState>> shared;
  private final Shared<Address, Observed<AccountState>> sharedNow;
  // what is proven at a block stays so: two questions about one account cost one proof
  private final Map<Address, Known> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Address, Known> eldest) {
              return size() > KEPT;
            }
          });

  private record Key(Address account, Bytes32 block, boolean agreed) {}

  private record Known(Key key, Observed<AccountState> state) {}

  AccountReader(
      List<Endpoint> endpoints,
      HeadChain heads,
      ChainMemory memory,
      Provers provers,
      Timing timing) {
    this.endpoints = endpoints;
    this.heads = heads;
    this.memory = memory;
    this.provers = provers;
    this.rider = new AccountRider(provers, timing);
    this.shared = new Shared<>(timing, ALL);
    this.sharedNow = new Shared<>(timing, ALL);
  }

  /// Has the account that was read last brought along with the heads.
  Rider rider() {
    return rider;
  }

  /// Reads an account at a view that is yet to be made, and asks for the proof as soon as somebody
  /// tells a head.
  Observed<AccountState> now(Address account, Shared.Question<View> view)
      throws InterruptedException {
    return sharedNow.get(
        account,
        () -> {
          try (ProofAhead ahead = rider.ahead(account)) {
            return at(view.ask(), account, Optional.of(ahead));
          }
        });
  }

  /// Whether somebody reads an account by [#now] who asked for its proof already, or will.
  boolean isReading(Address account) {
    return sharedNow.isAsked(account);
  }

  /// Reads an account at the view's head.
  Observed<AccountState> at(View view, Address account) throws InterruptedException {
    return at(view, account, Optional.empty());
  }

  private Observed<AccountState> at(View view, Address account, Optional<ProofAhead> ahead)
      throws InterruptedException {
    if (view.head().isEmpty()) {
      return view.claims().isEmpty() ? remembered(account) : new Observed.Disputed<>(view.claims());
    }
    rider.wants(account);
    SeenBlock head = view.head().get();
    Key key = new Key(account, head.ref().hash(), view.isAgreed());
    Optional<Observed<AccountState>> before = known(key);
    if (before.isPresent()) {
      return before.get();
    }
    return shared.get(
        key,
        () -> {
          // whoever came between two who ask need not ask again
          Optional<Observed<AccountState>> meanwhile = known(key);
          if (meanwhile.isPresent()) {
            return meanwhile.get();
          }
          Observed<AccountState> state = read(view, account, head, ahead);
          if (state instanceof Observed.Proven || state instanceof Observed.Agreed) {
            known.put(account, new Known(key, state));
          }
          return state;
        });
  }

  private Optional<Observed<AccountState>> known(Key key) {
    return Optional.ofNullable(known.get(key.account()))
        .filter(k -> k.key().equals(key))
        .map(Known::state);
  }

  private Observed<AccountState> read(
      View view, Address account, SeenBlock head, Optional<ProofAhead> ahead)
      throws InterruptedException {
    Optional<AccountState> proven = rider.brought(account, head.stateRoot());
    if (proven.isEmpty() && ahead.isPresent()) {
      // who was asked already comes first
      ahead.get().askedFor(head.stateRoot()).ifPresent(endpoint -> provers.told(endpoint, account));
      proven = ahead.get().soon(head.stateRoot());
    }
    if (proven.isEmpty()) {
      proven =
          provers.first(
              account,
              endpoint -> {
                Optional<AccountState> early =
                    ahead.isEmpty()
                        ? Optional.empty()
                        : ahead.get().from(endpoint, head.stateRoot());
                return early.isPresent() ? early.get() : prove(endpoint, account, head);
              },
              ALL);
    }
    if (proven.isPresent()) {
      return remember(account, proven.get(), view, head);
    }
    Observed<AccountState> agreed =
        new Agreement<AccountState>(e -> claim(e, account, head), nothing -> false)
            .ask(voters(), view, head.ref());
    return agreed instanceof Observed.Unknown<AccountState> ? remembered(account) : agreed;
  }

  private AccountState prove(Endpoint endpoint, Address account, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonNode result = provers.ask(endpoint, account, List.of(), head);
    try {
      return AccountState.proven(result, account, head.stateRoot());
    } catch (WalletException e) {
      throw Provers.lied(endpoint, e);
    }
  }

  private Observed<AccountState> remember(
      Address account, AccountState state, View view, SeenBlock head) {
    if (view.isAgreed()) {
      memory.accountSeen(
          account,
          new ChainMemory.AccountView(
              state.balance(), state.nonce(), head.baseFee(), view.evidence(head.ref())));
    }
    return view.proven(state);
  }

  /// Those whose bare word counts: nobody who is set aside for lying. Who proves is believed for
  /// the proof's sake; the word of one whose proof failed is worse than none.
  private List<Endpoint> voters() {
    return Roster.best(
        endpoints.stream()
            .filter(heads::isReporting)
            .filter(e -> !e.isWrongChain() && !e.health().isAside() && !e.health().isLimited())
            .toList());
  }

  private static AccountState claim(Endpoint endpoint, Address account, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    List<Endpoint.Answer> answers =
        Pinned.ask(
            endpoint,
            head,
            block ->
                List.of(
                    json.call("eth_getBalance", account.toLowerHex(), block),
                    json.call("eth_getTransactionCount", account.toLowerHex(), block),
                    json.call("eth_getCode", account.toLowerHex(), block)));
    Optional<Wei> balance = answers.get(0).value().flatMap(Quantity::big).map(Wei::of);
    Optional<Long> nonce = answers.get(1).value().flatMap(Quantity::of);
    Optional<String> code =
        answers.get(2).value().filter(JsonNode::isString).map(JsonNode::stringValue);
    if (balance.isEmpty() || nonce.isEmpty() || code.isEmpty()) {
      throw RpcException.garbage(new IllegalStateException("no account"));
    }
    return new AccountState(balance.get(), nonce.get(), code.get().length() > 2);
  }

  private Observed<AccountState> remembered(Address account) {
    return memory
        .account(account)
        .<Observed<AccountState>>map(v ->
            new Observed.Stale<>(new AccountState(v.balance(), v.nonce(), false), v.evidence()))
        .orElseGet(() -> new Observed.Unknown<>("no-answer"));
  }
}
