package io.belay.core.rpc;

import io.belay.base.Bytes32;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.proof.TxClaim;
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
import tools.jackson.databind.JsonNode;

/// Looks for one transaction at all endpoints at once: in blocks and in pools. Who names its hash
/// holds it only if the fields that it tells amount to that hash.
public final class TxWatch {
  private static final Duration ATTEMPT = Duration.ofSeconds(4);

  private TxWatch() {}

  /// What the endpoints say of a transaction.
  ///
  /// @param inclusion the block that holds it; `Unknown` where it is in none that enough groups
  ///   name
  /// @param holders endpoints that hold it, in a block or in their pool
  /// @param claims the blocks that are named for it, those that most groups name first
  /// @param absentGroups groups that say they know nothing of it
  /// @param pendingGroups groups that say it is in no block, whether they hold it or not
  /// @param paid what it has cost in that block
  public record Sighting(
      Observed<Inclusion> inclusion,
      List<Claim> claims,
      Set<EndpointId> holders,
      Set<String> absentGroups,
      Set<String> pendingGroups,
      Observed<FeePaid> paid) {
    /// In no block.
    public Sighting(
        Observed<Inclusion> inclusion,
        List<Claim> claims,
        Set<EndpointId> holders,
        Set<String> absentGroups,
        Set<String> pendingGroups) {
      this(
          inclusion,
          claims,
          holders,
          absentGroups,
          pendingGroups,
          new Observed.Unknown<>("not-included"));
    }

    /// Copies the collections.
    public Sighting {
      claims = List.copyOf(claims);
      holders = Set.copyOf(holders);
      absentGroups = Set.copyOf(absentGroups);
      pendingGroups = Set.copyOf(pendingGroups);
    }
  }

  /// A block that some groups say holds it.
  ///
  /// @param inclusion block and outcome
  /// @param groups who says so
  public record Claim(Inclusion inclusion, Set<String> groups) {
    /// Copies the groups.
    public Claim {
      groups = Set.copyOf(groups);
    }
  }

  private record Said(Optional<Inclusion> inclusion, Optional<FeePaid> paid, boolean holds) {}

  static Sighting look(List<Endpoint> endpoints, TxHash hash, View view)
      throws InterruptedException {
    Map<Endpoint, Said> answers = gather(endpoints, hash);
    Map<Inclusion, Set<String>> votes = new HashMap<>();
    Set<EndpointId> holders = new HashSet<>();
    Set<String> live = new HashSet<>();
    Set<String> including = new HashSet<>();
    Set<String> knowing = new HashSet<>();
    answers.forEach((endpoint, said) -> {
      live.add(endpoint.group());
      said.inclusion()
          .ifPresent(i -> {
            votes.computeIfAbsent(i, x -> new HashSet<>()).add(endpoint.group());
            including.add(endpoint.group());
            knowing.add(endpoint.group());
          });
      if (said.holds()) {
        holders.add(endpoint.id());
        knowing.add(endpoint.group());
      }
    });
    // a group knows of it as soon as one of its endpoints does
    Observed<Inclusion> inclusion = judge(votes, live.size(), view);
    return new Sighting(
        inclusion,
        claims(votes),
        holders,
        without(live, knowing),
        without(live, including),
        paid(answers, inclusion));
  }

  /// What those say it has cost who name this block for it.
  private static Observed<FeePaid> paid(
      Map<Endpoint, Said> answers, Observed<Inclusion> inclusion) {
    Map<FeePaid, Set<String>> votes = new HashMap<>();
    answers.forEach((endpoint, said) -> {
      if (said.inclusion().isPresent() && said.inclusion().equals(inclusion.maybe())) {
        said.paid()
            .ifPresent(
                fee -> votes.computeIfAbsent(fee, x -> new HashSet<>()).add(endpoint.group()));
      }
    });
    List<Map.Entry<FeePaid, Set<String>>> strong =
        votes.entrySet().stream().filter(e -> e.getValue().size() >= 2).toList();
    var said = strong.isEmpty() ? List.copyOf(votes.entrySet()) : strong;
    if (said.isEmpty() || inclusion.proof().isEmpty()) {
      return new Observed.Unknown<>(inclusion.proof().isEmpty() ? "not-included" : "not-told");
    }
    if (said.size() > 1) {
      return new Observed.Disputed<>(
          said.stream().map(e -> e.getKey() + " by " + e.getValue()).toList());
    }
    Evidence block = inclusion.proof().get();
    FeePaid fee = said.getFirst().getKey();
    Evidence evidence =
        new Evidence(
            block.blockNumber(),
            block.blockHash(),
            List.copyOf(said.getFirst().getValue()),
            block.readAt());
    return strong.isEmpty()
        ? new Observed.Single<>(fee, evidence)
        : new Observed.Agreed<>(fee, evidence);
  }

  private static List<Claim> claims(Map<Inclusion, Set<String>> votes) {
    return votes.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<Inclusion, Set<String>> v) -> v.getValue().size())
                .reversed())
        .map(v -> new Claim(v.getKey(), v.getValue()))
        .toList();
  }

  private static Map<Endpoint, Said> gather(List<Endpoint> endpoints, TxHash hash)
      throws InterruptedException {
    if (endpoints.isEmpty()) {
      return Map.of();
    }
    Ballot<Said> ballot = new Ballot<>(endpoints.getFirst().timing(), e -> ask(e, hash));
    // never decided early: each endpoint's word is worth having
    ballot.run(endpoints, List::of, () -> false);
    ballot.cancel();
    return ballot.answers();
  }

  private static Set<String> without(Set<String> groups, Set<String> others) {
    Set<String> rest = new HashSet<>(groups);
    rest.removeAll(others);
    return rest;
  }

  private static Observed<Inclusion> judge(
      Map<Inclusion, Set<String>> votes, long liveGroups, View view) {
    List<Map.Entry<Inclusion, Set<String>>> strong =
        votes.entrySet().stream().filter(e -> e.getValue().size() >= 2).toList();
    if (strong.size() == 1) {
      var only = strong.getFirst();
      return new Observed.Agreed<>(only.getKey(), evidence(only.getKey(), only.getValue(), view));
    }
    if (strong.size() > 1) {
      return new Observed.Disputed<>(
          votes.entrySet().stream().map(e -> e.getKey() + " by " + e.getValue()).toList());
    }
    // a receipt that one of several groups tells may be invented; the only group left may be
    // believed
    if (liveGroups == 1 && votes.size() == 1) {
      var only = votes.entrySet().iterator().next();
      return new Observed.Single<>(only.getKey(), evidence(only.getKey(), only.getValue(), view));
    }
    return new Observed.Unknown<>("not-included");
  }

  private static Evidence evidence(Inclusion inclusion, Set<String> groups, View view) {
    return new Evidence(
        inclusion.block().number(), inclusion.block().hash(), new ArrayList<>(groups), view.at());
  }

  private static Said ask(Endpoint endpoint, TxHash hash)
      throws RpcException, InterruptedException {
    JsonRpc json = endpoint.json();
    List<Endpoint.Answer> answers =
        endpoint.batch(
            List.of(
                json.call("eth_getTransactionReceipt", hash.toString()),
                json.call("eth_getTransactionByHash", hash.toString())),
            ATTEMPT);
    Optional<JsonNode> receipt = answers.get(0).value();
    Optional<JsonNode> transaction = answers.get(1).value();
    if (receipt.isEmpty() || transaction.isEmpty()) {
      throw RpcException.garbage(new IllegalStateException("no answer on a transaction"));
    }
    Optional<Inclusion> inclusion = inclusion(receipt.get(), hash);
    return new Said(
        inclusion,
        inclusion.flatMap(i -> ReceiptFee.told(receipt.get())),
        holds(transaction.get(), hash));
  }

  private static boolean holds(JsonNode transaction, TxHash hash) {
    try {
      return transaction.isObject() && TxClaim.hash(transaction).equals(hash);
    } catch (WalletException e) {
      return false; // it tells no transaction at all, or one of a kind that is none of ours
    }
  }

  private static Optional<Inclusion> inclusion(JsonNode receipt, TxHash hash) {
    if (!receipt.isObject()
        || !hash.toString().equals(receipt.path("transactionHash").asString(""))) {
      return Optional.empty();
    }
    Optional<Long> number = Quantity.of(receipt.path("blockNumber"));
    Optional<Long> status = Quantity.of(receipt.path("status"));
    try {
      Bytes32 block = Bytes32.parse(receipt.path("blockHash").asString(""));
      return number.flatMap(n -> status.map(s -> new Inclusion(new BlockRef(n, block), s == 1)));
    } catch (WalletException e) {
      return Optional.empty();
    }
  }
}
