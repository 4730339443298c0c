package io.belay.core.practice;

import io.belay.base.Hex;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Calls that change nothing.
final class PracticeCallMethods {
  private PracticeCallMethods() {}

  static void addTo(Map<String, PracticeRpc.Method> methods) {
    methods.put("eth_call", PracticeCallMethods::call);
    methods.put("eth_estimateGas", PracticeCallMethods::estimate);
    methods.put("eth_simulateV1", PracticeSimulation::run);
  }

  private static JsonNode call(PracticeParams p, PracticeView v) {
    PracticeOutcome outcome = run(PracticeCall.of(p.at(0)), p.block(1, v));
    return PracticeJson.text(Hex.encode(outcome.output()));
  }

  private static JsonNode estimate(PracticeParams p, PracticeView v) {
    PracticeCall call = PracticeCall.of(p.at(0));
    PracticeOutcome outcome = run(call, p.block(1, v));
    long gas = PracticeGas.intrinsic(call.data(), List.of()) + outcome.gas();
    return PracticeJson.quantity(Math.max(gas, PracticeGas.floor(call.data())));
  }

  private static PracticeOutcome run(PracticeCall call, PracticeBlock block) {
    PracticeWorld world = new PracticeWorld(block.state());
    afford(call, block, world.account(call.from()).balance());
    long intrinsic = PracticeGas.intrinsic(call.data(), List.of());
    if (call.gas() < intrinsic) {
      throw PracticeError.refused(
          "intrinsic gas too low: gas " + call.gas() + ", minimum needed " + intrinsic);
    }
    long gas = call.gas() - intrinsic;
    PracticeOutcome outcome =
        new PracticeExecutor(world, block.baseFee(), PracticeMiner.COINBASE)
            .call(call.from(), call.to(), call.value(), call.data(), gas);
    if (!outcome.success()) {
      // a failure that used all gas is one of gas: reverts give the rest back
      throw outcome.gas() == gas
          ? PracticeError.refused("out of gas")
          : PracticeError.reverted(outcome);
    }
    return outcome;
  }

  private static void afford(PracticeCall call, PracticeBlock block, BigInteger balance) {
    BigInteger cost = call.value();
    if (call.maxFee().filter(f -> f.signum() > 0).isPresent()) {
      BigInteger fee = call.maxFee().get();
      if (fee.compareTo(block.baseFee()) < 0) {
        throw PracticeError.refused(
            "max fee per gas less than block base fee: address "
                + call.from()
                + ", maxFeePerGas: "
                + fee
                + ", baseFee: "
                + block.baseFee());
      }
      cost = cost.add(fee.multiply(BigInteger.valueOf(call.gas())));
    }
    // geth names the sums only where a price was given
    if (balance.compareTo(call.value()) < 0) {
      throw PracticeError.refused(
          "insufficient funds for gas * price + value: address "
              + call.from()
              + " have "
              + balance
              + " want "
              + cost);
    }
  }
}
