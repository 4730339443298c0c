package io.belay.core.rpc;

import io.belay.base.Address;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// An account's next nonce with all that waits in the pools counted. No proof is possible, so a
/// count that one group alone tells may be a lie that opens a gap.
///
/// @param claims what each group says; of one with several endpoints the lowest
public record PendingNonce(Map<String, Long> claims) {
  /// Copies the claims.
  public PendingNonce {
    claims = Map.copyOf(claims);
  }

  static PendingNonce ask(List<Endpoint> endpoints, Address account) throws InterruptedException {
    if (endpoints.isEmpty()) {
      return new PendingNonce(Map.of());
    }
    Ballot<Long> ballot =
        new Ballot<>(endpoints.getFirst().timing(), endpoint -> count(endpoint, account));
    ballot.run(endpoints, List::of, () -> false);
    ballot.cancel();
    Map<String, Long> claims = new HashMap<>();
    ballot.answers().forEach((endpoint, count) -> claims.merge(endpoint.group(), count, Math::min));
    return new PendingNonce(claims);
  }

  private static long count(Endpoint endpoint, Address account)
      throws RpcException, InterruptedException {
    return Quantity.of(
            endpoint.call(
                endpoint
                    .json()
                    .call("eth_getTransactionCount", account.toLowerHex(), "pending"),
                Ballot.ATTEMPT))
        .orElseThrow(() -> RpcException.garbage(new IllegalStateException("no count")));
  }

  /// The highest count that most groups reach, and at least two; empty where fewer answer. Two of
  /// five who collude could otherwise open a gap that nothing ever fills.
  public OptionalLong agreed() {
    List<Long> sorted = claims.values().stream().sorted(Comparator.reverseOrder()).toList();
    return sorted.size() < 2
        ? OptionalLong.empty()
        : OptionalLong.of(sorted.get(Math.max(1, sorted.size() / 2)));
  }

  /// Whether one group alone counts more than all others.
  ///
  /// @param known the count that is known otherwise
  public boolean isDoubtful(long known) {
    long highest = claims.values().stream().mapToLong(Long::longValue).max().orElse(known);
    return highest > Math.max(known, agreed().orElse(known));
  }
}
