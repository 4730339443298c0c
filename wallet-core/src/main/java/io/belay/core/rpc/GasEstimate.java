package io.belay.core.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Gas that a call needs.
///
/// @param gas the middle of what the groups say: one liar can neither drain by a huge limit nor
///   fail us by a small one
/// @param agreed whether at least two groups, or the user's own node, say just this
public record GasEstimate(long gas, boolean agreed) {
  static Optional<GasEstimate> ask(List<Endpoint> voters, View view, ObjectNode call)
      throws InterruptedException {
    if (voters.isEmpty()) {
      return Optional.empty();
    }
    long most = view.head().map(SeenBlock::gasLimit).orElse(Long.MAX_VALUE);
    Ballot<Long> ballot = new Ballot<>(voters.getFirst().timing(), e -> estimate(e, call, most));
    ballot.run(
        Roster.witnesses(voters, Roster.AWAKE),
        () -> voters,
        () ->
            Roster.groups(ballot.answers().keySet()).size() >= 2
                && Set.copyOf(ballot.answers().values()).size() == 1);
    ballot.cancel();
    return judge(ballot.answers());
  }

  private static Optional<GasEstimate> judge(Map<Endpoint, Long> answers) {
    List<Long> sorted = answers.values().stream().sorted().toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    long middle = sorted.get(sorted.size() / 2);
    List<Endpoint> same =
        answers.entrySet().stream()
            .filter(e -> e.getValue() == middle)
            .map(Map.Entry::getKey)
            .toList();
    boolean agreed = Roster.groups(same).size() >= 2 || same.stream().anyMatch(Endpoint::isTrusted);
    return Optional.of(new GasEstimate(middle, agreed));
  }

  private static long estimate(Endpoint endpoint, ObjectNode call, long most)
      throws RpcException, InterruptedException {
    JsonNode gas = endpoint.call(endpoint.json().call("eth_estimateGas", call), Ballot.ATTEMPT);
    return Quantity.of(gas)
        .filter(n -> n > 0 && n <= most)
        .orElseThrow(() -> RpcException.garbage(new IllegalStateException("no gas")));
  }
}
