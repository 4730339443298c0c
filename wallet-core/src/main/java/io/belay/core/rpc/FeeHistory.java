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

/// Tips that recent blocks took, from all groups: each percentile is the median of the groups'
/// answers, so that no minority moves it.
///
/// @param low 10th percentile, wei per gas
/// @param middle 50th
/// @param high 90th
/// @param groups how many groups answered
public record FeeHistory(Wei low, Wei middle, Wei high, int groups) {
  private static final int BLOCKS = 10;
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  static Optional<FeeHistory> ask(List<Endpoint> endpoints) throws InterruptedException {
    Map<Endpoint, List<BigInteger>> answers =
        Fanout.gather(endpoints, FeeHistory::tips, PATIENCE, Fanout.twoGroupsAndABit());
    Map<String, List<BigInteger>> byGroup = new HashMap<>();
    answers.forEach((endpoint, tips) -> byGroup.putIfAbsent(endpoint.group(), tips));
    if (byGroup.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FeeHistory(median(byGroup, 0), median(byGroup, 1), median(byGroup, 2), byGroup.size()));
  }

  private static Wei median(Map<String, List<BigInteger>> byGroup, int index) {
    List<BigInteger> values = byGroup.values().stream().map(t -> t.get(index)).sorted().toList();
    return Wei.of(values.get((values.size() - 1) / 2));
  }

  private static List<BigInteger> tips(Endpoint endpoint)
      throws RpcException, InterruptedException {
    JsonNode history =
        endpoint.call(
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
    List<BigInteger> tips = new ArrayList<>();
    for (int percentile = 0; percentile < 3; percentile++) {
      List<BigInteger> column = new ArrayList<>();
      for (JsonNode block : history.path("reward")) {
        Quantity.big(block.path(percentile)).filter(t -> t.signum() > 0).ifPresent(column::add);
      }
      column.sort(BigInteger::compareTo);
      // blocks without transactions say nothing of tips
      tips.add(column.isEmpty() ? BigInteger.ZERO : column.get(column.size() / 2));
    }
    return tips;
  }
}
