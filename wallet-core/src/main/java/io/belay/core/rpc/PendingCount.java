package io.belay.core.rpc;

import io.belay.base.Address;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// An account's next nonce as the groups' pools have it. Pools differ and some inflate, so what
/// most groups say at least counts, and the rest is hearsay.
///
/// @param agreed the most that more than half of the groups, and at least two or the user's own
///   node, have at least; empty where so many did not answer
/// @param highest the most that anybody says; empty where nobody answered
public record PendingCount(OptionalLong agreed, OptionalLong highest) {
  /// Nobody was asked.
  public static final PendingCount UNKNOWN =
      new PendingCount(OptionalLong.empty(), OptionalLong.empty());

  static PendingCount ask(List<Endpoint> endpoints, Address account) throws InterruptedException {
    if (endpoints.isEmpty()) {
      return UNKNOWN;
    }
    Ballot<Long> ballot = new Ballot<>(endpoints.getFirst().timing(), e -> count(e, account));
    ballot.run(
        Roster.witnesses(endpoints, Roster.AWAKE),
        () -> endpoints,
        () -> Roster.groups(ballot.answers().keySet()).size() >= Roster.AWAKE);
    ballot.cancel();
    return judge(ballot.answers());
  }

  private static PendingCount judge(Map<Endpoint, Long> answers) {
    Map<String, Long> byGroup = new HashMap<>();
    // a group's endpoints are one voice: its least
    answers.forEach((endpoint, count) -> byGroup.merge(endpoint.group(), count, Math::min));
    List<Long> falling =
        Roster.groups(answers.keySet()).stream()
            .map(byGroup::get)
            .sorted(Comparator.reverseOrder())
            .toList();
    OptionalLong own =
        answers.entrySet().stream()
            .filter(e -> e.getKey().isTrusted())
            .mapToLong(Map.Entry::getValue)
            .max();
    OptionalLong agreed =
        falling.size() < 2 ? own : OptionalLong.of(falling.get(falling.size() / 2));
    return new PendingCount(agreed, falling.stream().mapToLong(n -> n).max());
  }

  private static long count(Endpoint endpoint, Address account)
      throws RpcException, InterruptedException {
    return Quantity.of(
            endpoint.call(
                endpoint.json().call("eth_getTransactionCount", account.toLowerHex(), "pending"),
                Ballot.ATTEMPT))
        .orElseThrow(() -> RpcException.garbage(new IllegalStateException("no count")));
  }
}
