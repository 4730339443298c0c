package io.belay.core.rpc;

import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One price that several groups tell, each in its own way.
final class Price {
  private static final BigInteger ALIKE = BigInteger.TWO;

  private Price() {}

  /// The price of gas where a chain has no fee market (`eth_gasPrice`).
  static Optional<Wei> ofGas(List<Endpoint> endpoints) throws InterruptedException {
    if (endpoints.isEmpty()) {
      return Optional.empty();
    }
    Ballot<BigInteger> ballot = new Ballot<>(endpoints.getFirst().timing(), Price::ask);
    ballot.run(
        Roster.witnesses(endpoints, Roster.AWAKE),
        () -> endpoints,
        () -> Roster.groups(ballot.answers().keySet()).size() >= Roster.AWAKE);
    ballot.cancel();
    Map<String, BigInteger> byGroup = new HashMap<>();
    ballot.answers().forEach((endpoint, price) -> byGroup.putIfAbsent(endpoint.group(), price));
    return middle(byGroup.values());
  }

  private static BigInteger ask(Endpoint endpoint) throws RpcException, InterruptedException {
    return Quantity.big(endpoint.call(endpoint.json().call("eth_gasPrice"), Ballot.ATTEMPT))
        .orElseThrow(() -> RpcException.garbage(new IllegalStateException("no price")));
  }

  /// The middle of what the groups say, which one liar among three does not move. Of two the higher
  /// where they are alike, else the lower: a payment that waits can be sped up, one that was
  /// overpaid is gone.
  ///
  /// @param told one price of each group
  static Optional<Wei> middle(Collection<BigInteger> told) {
    List<BigInteger> sorted = told.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    BigInteger least = sorted.getFirst();
    if (sorted.size() == 2) {
      BigInteger most = sorted.getLast();
      return Optional.of(Wei.of(most.compareTo(least.multiply(ALIKE)) <= 0 ? most : least));
    }
    return Optional.of(Wei.of(sorted.get((sorted.size() - 1) / 2)));
  }
}
