package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.proof.AccountProof;
import io.belay.core.proof.ProvenAccount;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads accounts: one endpoint proves, at a block that the groups agree on; where nobody can
/// prove, groups that say the same stand for the proof.
final class AccountReader {
  private static final Duration ATTEMPT = Duration.ofSeconds(4);
  private static final Duration HEDGE = Duration.ofMillis(400);
  private static final Duration ALL = Duration.ofSeconds(8);

  private final List<Endpoint> endpoints;
  private final HeadChain heads;
  private final ChainMemory memory;

  AccountReader(List<Endpoint> endpoints, HeadChain heads, ChainMemory memory) {
    this.endpoints = endpoints;
    this.heads = heads;
    this.memory = memory;
  }

  /// Reads an account at the view's head.
  Observed<AccountState> at(View view, Address account) throws InterruptedException {
    if (view.head().isEmpty()) {
      return view.claims().isEmpty() ? remembered(account) : new Observed.Disputed<>(view.claims());
    }
    SeenBlock head = view.head().get();
    Optional<AccountState> proven =
        Fanout.first(provers(), e -> prove(e, account, head), HEDGE, ALL);
    if (proven.isPresent()) {
      return remember(account, proven.get(), view, head);
    }
    return agree(view, account, head);
  }

  /// Those that report the head, best first: no lies, no failures, then the user's order.
  private List<Endpoint> provers() {
    List<Endpoint> able =
        new ArrayList<>(
            endpoints.stream().filter(heads::isReporting).filter(e -> !e.isWrongChain()).toList());
    able.sort(
        Comparator.comparing((Endpoint e) -> e.health().isAside())
            .thenComparing(e -> e.health().isFailing()));
    return able;
  }

  private AccountState prove(Endpoint endpoint, Address account, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonNode result = askProof(endpoint, account, head);
    try {
      ProvenAccount proven = AccountProof.parse(result).verify(account, head.stateRoot());
      return new AccountState(
          proven.balance(),
          proven.nonce().longValueExact(),
          !proven.codeHash().equals(ProvenAccount.EMPTY_CODE_HASH));
    } catch (WalletException | ArithmeticException e) {
      endpoint.blame("bad-proof", "an account answer that fails its proof");
      throw RpcException.garbage(e);
    }
  }

  private static JsonNode askProof(Endpoint endpoint, Address account, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    List<String> noSlots = List.of();
    try {
      return endpoint.call(
          json.call("eth_getProof", account.toLowerHex(), noSlots, byHash(json, head)), ATTEMPT);
    } catch (RpcException e) {
      boolean wantsNumber =
          e.error().filter(x -> x.kind() == NodeError.Kind.INVALID_PARAMS).isPresent();
      if (!wantsNumber) {
        throw e;
      }
      // no EIP-1898 there: by number; the proof is checked against the pinned root all the same
      String number = io.belay.base.Hex.quantity(head.number());
      return endpoint.call(
          json.call("eth_getProof", account.toLowerHex(), noSlots, number), ATTEMPT);
    }
  }

  private static ObjectNode byHash(JsonRpc json, SeenBlock head) {
    return json.object().put("blockHash", head.ref().hash().toString());
  }

  private Observed<AccountState> remember(
      Address account, AccountState state, View view, SeenBlock head) {
    Evidence evidence = view.evidence(head.ref());
    if (!view.isAgreed()) {
      // the proof is right, but one group alone vouches for the header
      return new Observed.Single<>(state, evidence);
    }
    memory.accountSeen(
        account,
        new ChainMemory.AccountView(state.balance(), state.nonce(), head.baseFee(), evidence));
    return head.verified()
        ? new Observed.Proven<>(state, evidence)
        : new Observed.Agreed<>(state, evidence);
  }

  private Observed<AccountState> agree(View view, Address account, SeenBlock head)
      throws InterruptedException {
    Map<Endpoint, AccountState> answers =
        Fanout.gather(voters(), e -> claim(e, account, head), ATTEMPT, a -> false);
    if (answers.isEmpty()) {
      return remembered(account);
    }
    Map<AccountState, Set<String>> votes = votes(answers);
    int all = votes.values().stream().mapToInt(Set::size).sum();
    for (Map.Entry<AccountState, Set<String>> vote : votes.entrySet()) {
      Set<String> groups = vote.getValue();
      // more than half: fewer liars than that neither win nor stop us (I8)
      if (groups.size() * 2 > all) {
        Evidence evidence =
            new Evidence(head.number(), head.ref().hash(), List.copyOf(groups), view.at());
        return groups.size() >= 2 && view.isAgreed()
            ? new Observed.Agreed<>(vote.getKey(), evidence)
            : new Observed.Single<>(vote.getKey(), evidence);
      }
    }
    return new Observed.Disputed<>(
        answers.entrySet().stream().map(e -> e.getValue() + " by " + e.getKey().group()).toList());
  }

  /// Those whose bare word counts: nobody who is set aside for lying, unless all are.
  private List<Endpoint> voters() {
    List<Endpoint> all = provers();
    List<Endpoint> honest = all.stream().filter(e -> !e.health().isAside()).toList();
    return honest.isEmpty() ? all : honest;
  }

  /// The groups behind each answer; one that contradicts itself has no vote.
  private static Map<AccountState, Set<String>> votes(Map<Endpoint, AccountState> answers) {
    Map<String, Set<AccountState>> said = new TreeMap<>();
    answers.forEach((endpoint, state) ->
        said.computeIfAbsent(endpoint.group(), g -> new HashSet<>()).add(state));
    Map<AccountState, Set<String>> votes = new HashMap<>();
    said.forEach((group, states) -> {
      if (states.size() == 1) {
        votes.computeIfAbsent(states.iterator().next(), s -> new TreeSet<>()).add(group);
      }
    });
    return votes;
  }

  private static AccountState claim(Endpoint endpoint, Address account, SeenBlock head)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    List<Endpoint.Answer> answers =
        endpoint.batch(
            List.of(
                json.call("eth_getBalance", account.toLowerHex(), byHash(json, head)),
                json.call("eth_getTransactionCount", account.toLowerHex(), byHash(json, head)),
                json.call("eth_getCode", account.toLowerHex(), byHash(json, head))),
            ATTEMPT);
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
