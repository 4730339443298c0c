package io.belay.core.practice;

import io.belay.base.Hex;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What blocks cost lately.
final class PracticeFeeMethods {
  private static final BigInteger TIP = BigInteger.valueOf(1_000_000_000);
  private static final long MOST_BLOCKS = 1_024;

  private PracticeFeeMethods() {}

  static void addTo(Map<String, PracticeRpc.Method> methods) {
    methods.put("eth_maxPriorityFeePerGas", (p, v) -> PracticeJson.quantity(TIP));
    methods.put("eth_gasPrice", (p, v) -> PracticeJson.quantity(v.head().nextBaseFee().add(TIP)));
    methods.put("eth_feeHistory", PracticeFeeMethods::history);
  }

  private static JsonNode history(PracticeParams p, PracticeView v) {
    // geth takes the count as a quantity or as a plain number
    long count =
        p.at(0).isIntegralNumber()
            ? p.at(0).longValue()
            : p.number(0).min(BigInteger.valueOf(MOST_BLOCKS)).longValue();
    p.at(1);
    PracticeBlock last = p.find(1, v).orElseThrow(PracticeFeeMethods::beyond);
    List<Double> percentiles = percentiles(p);
    List<PracticeBlock> blocks = new ArrayList<>();
    for (long n = Math.max(0, last.number() - Math.min(count, MOST_BLOCKS) + 1);
        n <= last.number();
        n++) {
      v.at(n).ifPresent(blocks::add);
    }
    ObjectNode out = PracticeJson.object();
    out.put("oldestBlock", Hex.quantity(blocks.isEmpty() ? 0 : blocks.getFirst().number()));
    if (blocks.isEmpty()) {
      out.putNull("gasUsedRatio");
      return out;
    }
    ArrayNode fees = out.putArray("baseFeePerGas");
    ArrayNode ratios = out.putArray("gasUsedRatio");
    ArrayNode blobFees = out.putArray("baseFeePerBlobGas");
    ArrayNode blobRatios = out.putArray("blobGasUsedRatio");
    for (PracticeBlock block : blocks) {
      fees.add(Hex.quantity(block.baseFee()));
      ratios.add((double) block.header().gasUsed() / block.header().gasLimit());
      blobFees.add("0x1");
      blobRatios.add(0.0);
    }
    fees.add(Hex.quantity(last.nextBaseFee()));
    blobFees.add("0x1");
    if (!percentiles.isEmpty()) {
      ArrayNode rewards = out.putArray("reward");
      blocks.forEach(block -> rewards.add(rewards(block, percentiles)));
    }
    return out;
  }

  private static PracticeError beyond() {
    return PracticeError.refused("request beyond head block");
  }

  private static List<Double> percentiles(PracticeParams p) {
    List<Double> out = new ArrayList<>();
    if (p.has(2)) {
      for (JsonNode node : p.at(2)) {
        double value = node.isNumber() ? node.doubleValue() : -1;
        if (value < 0 || value > 100 || (!out.isEmpty() && value < out.getLast())) {
          throw PracticeError.refused("invalid reward percentile: " + node);
        }
        out.add(value);
      }
    }
    return out;
  }

  /// Tips at the percentiles of the block's gas, as geth weighs them.
  private static ArrayNode rewards(PracticeBlock block, List<Double> percentiles) {
    List<PracticeView.Place> places = new ArrayList<>();
    for (int i = 0; i < block.txs().size(); i++) {
      places.add(new PracticeView.Place(block, i));
    }
    places.sort(Comparator.comparing(place -> place.tx().tip(block.baseFee())));
    ArrayNode out = PracticeJson.array();
    for (double percentile : percentiles) {
      double wanted = block.header().gasUsed() * percentile / 100;
      BigInteger tip = BigInteger.ZERO;
      long sum = 0;
      for (PracticeView.Place place : places) {
        tip = place.tx().tip(block.baseFee());
        sum += place.receipt().gasUsed();
        if (sum >= wanted) {
          break;
        }
      }
      out.add(Hex.quantity(tip));
    }
    return out;
  }
}
