package io.belay.core.rpc;

import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tips that recent blocks took. What most groups say alike counts, but no more than 2 gwei while
/// another says less; where no two say alike, the lowest. A payment that waits can be sped up, one
/// that was overpaid is gone.
///
/// @param low 10th percentile, wei per gas
/// @param middle 50th
/// @param high 90th
/// @param groups how many groups answered
/// @param nextBaseFee base fee of the next block as the groups' middle has it; empty where nobody
///   says
public record FeeHistory(Wei low, Wei middle, Wei high, int groups, Optional<Wei> nextBaseFee) {
  private static final Duration GRACE = Duration.ofMillis(300);
  private static final BigInteger ALIKE = BigInteger.valueOf(4);
  // 2 gwei: enough on a quiet day, and no loss where those who ask for more lie together
  private static final BigInteger CAUTIOUS = BigInteger.valueOf(2_000_000_000L);

  /// Tips alone.
  public FeeHistory(Wei low, Wei middle, Wei high, int groups) {
    this(low, middle, high, groups, Optional.empty());
  }

  static Optional<FeeHistory> ask(List<Endpoint> endpoints) throws InterruptedException {
    if (endpoints.isEmpty()) {
      return Optional.empty();
    }
    Ballot<TipsTold> ballot = new Ballot<>(endpoints.getFirst().timing(), FeeHistory::told, GRACE);
    // two that say the same and little are enough; of more a third is heard, so that two liars are
    // at least contradicted
    ballot.run(
        Roster.witnesses(endpoints, 2), () -> endpoints, () -> isEnough(byGroup(ballot.answers())));
    ballot.cancel();
    Map<String, TipsTold> byGroup = byGroup(ballot.answers());
    return byGroup.isEmpty() ? Optional.empty() : Optional.of(of(byGroup));
  }

  /// As these say; empty where one would have to ask more.
  static Optional<FeeHistory> ofEnough(Map<Endpoint, TipsTold> answers) {
    Map<String, TipsTold> byGroup = byGroup(answers);
    return isEnough(byGroup) ? Optional.of(of(byGroup)) : Optional.empty();
  }

  private static FeeHistory of(Map<String, TipsTold> byGroup) {
    return new FeeHistory(
        pick(byGroup, 0),
        pick(byGroup, 1),
        pick(byGroup, 2),
        byGroup.size(),
        Price.middle(byGroup.values().stream().flatMap(t -> t.nextBaseFee().stream()).toList()));
  }

  private static boolean isEnough(Map<String, TipsTold> byGroup) {
    return byGroup.size() >= Roster.AWAKE
        || (byGroup.size() == 2
            && byGroup.values().stream().distinct().count() == 1
            && column(byGroup, 2).getLast().compareTo(CAUTIOUS) <= 0);
  }

  private static Map<String, TipsTold> byGroup(Map<Endpoint, TipsTold> answers) {
    Map<String, TipsTold> byGroup = new HashMap<>();
    answers.forEach((endpoint, told) -> byGroup.putIfAbsent(endpoint.group(), told));
    return byGroup;
  }

  private static List<BigInteger> column(Map<String, TipsTold> byGroup, int index) {
    return byGroup.values().stream().map(t -> t.tips().get(index)).sorted().toList();
  }

  /// The most values that lie within a factor of four of each other, lowest first, if two do.
  private static List<BigInteger> alike(List<BigInteger> sorted) {
    List<BigInteger> best = List.of();
    for (int from = 0; from < sorted.size(); from++) {
      BigInteger most = sorted.get(from).multiply(ALIKE);
      int first = from;
      List<BigInteger> near =
          sorted.subList(first, sorted.size()).stream()
              .filter(tip -> tip.compareTo(most) <= 0)
              .toList();
      best = near.size() > best.size() ? near : best;
    }
    return best.size() < 2 ? List.of() : best;
  }

  private static Wei pick(Map<String, TipsTold> byGroup, int index) {
    List<BigInteger> sorted = column(byGroup, index);
    List<BigInteger> alike = alike(sorted);
    if (alike.isEmpty()) {
      return Wei.of(sorted.getFirst());
    }
    BigInteger middle = alike.get((alike.size() - 1) / 2);
    boolean contradictedFromBelow = alike.getFirst().compareTo(sorted.getFirst()) > 0;
    return Wei.of(contradictedFromBelow ? middle.min(sorted.getFirst().max(CAUTIOUS)) : middle);
  }

  private static TipsTold told(Endpoint endpoint) throws RpcException, InterruptedException {
    return TipsTold.read(
            endpoint.callOnItsChain(TipsTold.question(endpoint), Duration.ofSeconds(4)))
        .orElseThrow(() -> RpcException.garbage(new IllegalStateException("no rewards")));
  }
}
