package io.belay.core.rpc;

import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

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
  private static final int BLOCKS = 10;
  private static final Duration GRACE = Duration.ofMillis(300);
  private static final BigInteger ALIKE = BigInteger.valueOf(4);
  // 2 gwei: enough on a quiet day, and no loss where those who ask for more lie together
  private static final BigInteger CAUTIOUS = BigInteger.valueOf(2_000_000_000L);

  /// Tips alone.
  public FeeHistory(Wei low, Wei middle, Wei high, int groups) {
    this(low, middle, high, groups, Optional.empty());
  }

  /// What one endpoint says.
  private record Told(List<BigInteger> tips, Optional<BigInteger> nextBaseFee) {}

  static Optional<FeeHistory> ask(List<Endpoint> endpoints) throws InterruptedException {
    if (endpoints.isEmpty()) {
      return Optional.empty();
    }
    Ballot<Told> ballot = new Ballot<>(endpoints.getFirst().timing(), FeeHistory::told, GRACE);
    // two that say the same and little are enough; of more a third is heard, so that two liars are
    // at least contradicted
    ballot.run(
        Roster.witnesses(endpoints, 2), () -> endpoints, () -> isEnough(byGroup(ballot.answers())));
    ballot.cancel();
    Map<String, Told> byGroup = byGroup(ballot.answers());
    return byGroup.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FeeHistory(
                pick(byGroup, 0),
                pick(byGroup, 1),
                pick(byGroup, 2),
                byGroup.size(),
                Price.middle(
                    byGroup.values().stream().flatMap(t -> t.nextBaseFee().stream()).toList())));
  }

  private static boolean isEnough(Map<String, Told> byGroup) {
    return byGroup.size() >= Roster.AWAKE
        || (byGroup.size() == 2
            && byGroup.values().stream().distinct().count() == 1
            && column(byGroup, 2).getLast().compareTo(CAUTIOUS) <= 0);
  }

  private static Map<String, Told> byGroup(Map<Endpoint, Told> answers) {
    Map<String, Told> byGroup = new HashMap<>();
    answers.forEach((endpoint, told) -> byGroup.putIfAbsent(endpoint.group(), told));
    return byGroup;
  }

  private static List<BigInteger> column(Map<String, Told> byGroup, int index) {
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

  private static Wei pick(Map<String, Told> byGroup, int index) {
    List<BigInteger> sorted = column(byGroup, index);
    List<BigInteger> alike = alike(sorted);
    if (alike.isEmpty()) {
      return Wei.of(sorted.getFirst());
    }
    BigInteger middle = alike.get((alike.size() - 1) / 2);
    boolean contradictedFromBelow = alike.getFirst().compareTo(sorted.getFirst()) > 0;
    return Wei.of(contradictedFromBelow ? middle.min(sorted.getFirst().max(CAUTIOUS)) : middle);
  }

  private static Told told(Endpoint endpoint) throws RpcException, InterruptedException {
    JsonNode history =
        endpoint.callOnItsChain(
            endpoint
                .json()
                .call(
                    "eth_feeHistory",
                    "0x" + Integer.toHexString(BLOCKS),
                    "latest",
                    List.of(10, 50, 90)),
            Duration.ofSeconds(4));
    if (!history.path("reward").isArray()) {
      // no history is no vote for a tip of zero
      throw RpcException.garbage(new IllegalStateException("no rewards"));
    }
    JsonNode fees = history.path("baseFeePerGas");
    // one more than there are blocks: the last is the next block's
    boolean whole = fees.size() == history.path("reward").size() + 1;
    return new Told(
        tips(history.path("reward")),
        whole ? Quantity.big(fees.path(fees.size() - 1)) : Optional.empty());
  }

  private static List<BigInteger> tips(JsonNode rewards) {
    List<BigInteger> tips = new ArrayList<>();
    for (int percentile = 0; percentile < 3; percentile++) {
      List<BigInteger> column = new ArrayList<>();
      for (JsonNode block : rewards) {
        Quantity.big(block.path(percentile)).filter(t -> t.signum() > 0).ifPresent(column::add);
      }
      column.sort(BigInteger::compareTo);
      // blocks without transactions say nothing of tips
      tips.add(column.isEmpty() ? BigInteger.ZERO : column.get(column.size() / 2));
    }
    return tips;
  }
}
