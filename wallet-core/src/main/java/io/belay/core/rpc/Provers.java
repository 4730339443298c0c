package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// Chooses who proves something about an account. An account keeps to those who were asked about it
/// before on the same day, so that few learn whose it is; another is asked when they fail or are
/// late.
final class Provers {
  private static final String METHOD = "eth_getProof";

  private final List<Endpoint> endpoints;
  private final HeadChain heads;
  private final ChainMemory memory;
  private final Timing timing;
  private final Map<Address, Habit> habits = new ConcurrentHashMap<>();

  /// Who was asked about an account today.
  private record Habit(Set<EndpointId> endpoints, LocalDate day) {
    Habit with(EndpointId endpoint, LocalDate now) {
      Set<EndpointId> more = new HashSet<>(day.equals(now) ? endpoints : Set.of());
      more.add(endpoint);
      return new Habit(Set.copyOf(more), now);
    }
  }

  /// @param memory knows whom earlier runs asked
  Provers(List<Endpoint> endpoints, HeadChain heads, ChainMemory memory, Timing timing) {
    this.memory = memory;
    this.endpoints = endpoints;
    this.heads = heads;
    this.timing = timing;
  }

  /// The first proof that holds.
  <T> Optional<T> first(Address account, Fanout.Attempt<T> attempt, Duration deadline)
      throws InterruptedException {
    return Fanout.first(
        candidates(account),
        endpoint -> {
          T proven = attempt.at(endpoint);
          told(endpoint, account);
          return proven;
        },
        endpoint -> endpoint.health().hedge(),
        deadline);
  }

  /// Notes that an endpoint was asked about an account.
  void told(Endpoint endpoint, Address account) {
    habits.merge(
        account,
        new Habit(Set.of(endpoint.id()), today()),
        (before, now) -> before.with(endpoint.id(), today()));
  }

  /// Who was asked about an account today, in an earlier run too.
  Set<EndpointId> familiar(Address account) {
    LocalDate day = today();
    Habit habit =
        habits.computeIfAbsent(
            account,
            a -> new Habit(memory.toldSince(a, day.atStartOfDay().toInstant(ZoneOffset.UTC)), day));
    return habit.day().equals(day) ? habit.endpoints() : Set.of();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(timing.instant(), ZoneOffset.UTC);
  }

  /// Those that report heads and prove, those who know the account first, then the quickest.
  List<Endpoint> candidates(Address account) {
    List<Endpoint> able =
        new ArrayList<>(
            Roster.quickest(
                endpoints.stream()
                    .filter(heads::isReporting)
                    .filter(e -> !e.isWrongChain() && !e.health().isLimited())
                    .filter(e -> e.learned().serves(METHOD))
                    .toList()));
    Set<EndpointId> familiar = familiar(account);
    // stable, so that among those who know the account the order stays
    able.sort(Comparator.comparing(e -> !familiar.contains(e.id()) || e.health().isSuspect()));
    return able;
  }

  /// Whether an endpoint may be asked about an account before the groups agree on a head: one who
  /// knows it already, or anybody where nobody does.
  boolean mayBegin(Endpoint endpoint, Address account) {
    Set<EndpointId> familiar = familiar(account);
    return (familiar.isEmpty() || familiar.contains(endpoint.id()))
        && !endpoint.health().isSuspect()
        && !endpoint.health().isLimited()
        && endpoint.learned().serves(METHOD);
  }

  /// Who would be asked about an account next, if it was asked before today.
  Optional<Endpoint> keeper(Address account) {
    return candidates(account).stream().findFirst().filter(e -> familiar(account).contains(e.id()));
  }

  /// A proof that fails is its sender's fault.
  static RpcException lied(Endpoint endpoint, Exception why) {
    endpoint.blame("bad-proof", "an account answer that fails its proof");
    return RpcException.garbage(why);
  }

  /// The question for a proof.
  ///
  /// @param slots storage keys, as hex
  /// @param block as an endpoint takes it
  static JsonRpc.Call question(
      Endpoint endpoint, Address account, List<String> slots, Object block) {
    return endpoint.json().call(METHOD, account.toLowerHex(), slots, block);
  }

  /// Asks for a proof at a block.
  ///
  /// @param slots storage keys, as hex
  JsonNode ask(Endpoint endpoint, Address account, List<String> slots, SeenBlock head)
      throws RpcException, InterruptedException {
    try {
      return endpoint.call(
          question(endpoint, account, slots, Pinned.block(endpoint, head)), Ballot.ATTEMPT);
    } catch (RpcException e) {
      boolean wantsNumber =
          e.error().filter(x -> x.kind() == NodeError.Kind.INVALID_PARAMS).isPresent();
      if (!wantsNumber || !endpoint.learned().takesBlockHashes()) {
        throw e;
      }
      // no EIP-1898 there: by number; the proof is checked against the pinned root all the same
      endpoint.learned().refusesBlockHashes();
      return endpoint.call(
          question(endpoint, account, slots, Pinned.block(endpoint, head)), Ballot.ATTEMPT);
    }
  }
}
