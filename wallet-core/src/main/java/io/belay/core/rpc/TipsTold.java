package io.belay.core.rpc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What one endpoint says of recent tips (`eth_feeHistory`).
///
/// @param tips of the 10th, 50th and 90th percentile, wei per gas
/// @param nextBaseFee base fee of the next block, where it says one
record TipsTold(List<BigInteger> tips, Optional<BigInteger> nextBaseFee) {
  static final String METHOD = "eth_feeHistory";

  private static final int BLOCKS = 10;

  TipsTold {
    tips = List.copyOf(tips);
  }

  /// The question.
  static JsonRpc.Call question(Endpoint endpoint) {
    return endpoint
        .json()
        .call(METHOD, "0x" + Integer.toHexString(BLOCKS), "latest", List.of(10, 50, 90));
  }

  /// An answer; empty where it is no history, which is no vote for a tip of zero.
  static Optional<TipsTold> read(JsonNode history) {
    JsonNode rewards = history.path("reward");
    if (!rewards.isArray()) {
      return Optional.empty();
    }
    JsonNode fees = history.path("baseFeePerGas");
    // one more than there are blocks: the last is the next block's
    boolean whole = fees.size() == rewards.size() + 1;
    return Optional.of(
        new TipsTold(
            tips(rewards), whole ? Quantity.big(fees.path(fees.size() - 1)) : Optional.empty()));
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
