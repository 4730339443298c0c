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
/// @param own what the user's own node says
public record PendingNonce(Map<String, Long> claims, OptionalLong own) {
  /// Nobody was asked.
  public static final PendingNonce UNKNOWN = new PendingNonce(Map.of());

  /// Copies the claims.
  public PendingNonce {
    claims = Map.copyOf(claims);
  }

  /// Claims of others only.
  public PendingNonce(Map<String, Long> claims) {
    this(claims, OptionalLong.empty());
  }

  static PendingNonce ask(List<Endpoint> endpoints, Address account) throws InterruptedException {
    if (endpoints.isEmpty()) {
      return UNKNOWN;
    }
    Ballot<Long> ballot =
        new Ballot<>(endpoints.getFirst().timing(), endpoint -> count(endpoint, account));
    // never decided early: what few say may be what few hold
    ballot.run(endpoints, List::of, () -> false);
    ballot.cancel();
    return of(ballot.answers());
  }

  private static PendingNonce of(Map<Endpoint, Long> answers) {
    Map<String, Long> claims = new HashMap<>();
    answers.forEach((endpoint, count) -> claims.merge(endpoint.group(), count, Math::min));
    claims.keySet().retainAll(Roster.groups(answers.keySet()));
    OptionalLong own =
        answers.entrySet().stream()
            .filter(said -> said.getKey().isTrusted())
            .mapToLong(Map.Entry::getValue)
            .max();
    return new PendingNonce(claims, own);
  }

  private static long count(Endpoint endpoint, Address account)
      throws RpcException, InterruptedException {
    return Quantity.of(
            endpoint.call(
                endpoint.json().call("eth_getTransactionCount", account.toLowerHex(), "pending"),
                Ballot.ATTEMPT))
        .orElseThrow(() -> RpcException.garbage(new IllegalStateException("no count")));
  }

  /// The highest count that most groups reach, and at least two; where fewer answer, the own
  /// node's. Two of five who collude could otherwise open a gap that nothing ever fills.
  public OptionalLong agreed() {
    List<Long> falling = claims.values().stream().sorted(Comparator.reverseOrder()).toList();
    return falling.size() < 2 ? own : OptionalLong.of(falling.get(falling.size() / 2));
  }

  /// The most that anybody says; empty where nobody answered.
  public OptionalLong highest() {
    return claims.values().stream().mapToLong(Long::longValue).max();
  }

  /// Whether one group alone counts more than all others.
  ///
  /// @param known the count that is known otherwise
  public boolean isDoubtful(long known) {
    return highest().orElse(known) > Math.max(known, agreed().orElse(known));
  }
}
