package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `eth_simulateV1`: calls one after the other on top of a block, and nothing kept. Overrides of
/// blocks and states are not known here.
final class PracticeSimulation {
  // moves of ether are logged under this address, as geth does
  private static final Address ETHER = Address.parse("0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee");
  private static final Bytes32 TRANSFER = PracticeAbi.hash("Transfer(address,address,uint256)");
  private static final int REVERTED = 3;
  private static final int FAILED = -32015;

  private final PracticeWorld world;
  private final PracticeBlock parent;
  private final boolean traced;

  private PracticeSimulation(PracticeBlock parent, boolean traced) {
    this.parent = parent;
    this.world = new PracticeWorld(parent.state());
    this.traced = traced;
  }

  static JsonNode run(PracticeParams p, PracticeView v) {
    JsonNode blocks = p.at(0).path("blockStateCalls");
    if (!blocks.isArray() || blocks.isEmpty()) {
      throw PracticeError.invalid("empty input");
    }
    PracticeSimulation simulation =
        new PracticeSimulation(p.block(1, v), p.at(0).path("traceTransfers").asBoolean(false));
    ArrayNode out = PracticeJson.array();
    for (int i = 0; i < blocks.size(); i++) {
      out.add(simulation.block(blocks.get(i), i + 1));
    }
    return out;
  }

  private ObjectNode block(JsonNode block, int above) {
    if (block.has("stateOverrides") || block.has("blockOverrides")) {
      throw PracticeError.refused("overrides are not supported on the practice chain");
    }
    ObjectNode out = PracticeJson.object();
    out.put("number", Hex.quantity(parent.number() + above));
    out.put("baseFeePerGas", "0x0");
    ArrayNode calls = out.putArray("calls");
    for (JsonNode call : block.path("calls")) {
      calls.add(call(PracticeCall.of(call)));
    }
    return out;
  }

  private ObjectNode call(PracticeCall call) {
    BigInteger balance = world.account(call.from()).balance();
    if (balance.compareTo(call.value()) < 0) {
      throw PracticeError.of(
          -38014, "insufficient funds for gas * price + value: address " + call.from());
    }
    long intrinsic = PracticeGas.intrinsic(call.data(), List.of());
    if (call.gas() < intrinsic) {
      throw PracticeError.of(-38013, "intrinsic gas too low: minimum needed " + intrinsic);
    }
    long gas = call.gas() - intrinsic;
    PracticeOutcome outcome =
        new PracticeExecutor(world, parent.baseFee(), PracticeMiner.COINBASE)
            .call(call.from(), call.to(), call.value(), call.data(), gas);
    ObjectNode out = PracticeJson.object();
    out.put("status", outcome.success() ? "0x1" : "0x0");
    out.put("gasUsed", Hex.quantity(intrinsic + outcome.gas()));
    out.put("returnData", Hex.encode(outcome.output()));
    ArrayNode logs = out.putArray("logs");
    if (outcome.success()) {
      moves(call, outcome).forEach(log -> logs.add(json(log)));
    } else {
      out.set("error", error(outcome, gas));
    }
    return out;
  }

  private List<PracticeLog> moves(PracticeCall call, PracticeOutcome outcome) {
    List<PracticeLog> logs = new ArrayList<>();
    if (traced && call.value().signum() > 0) {
      logs.add(
          new PracticeLog(
              ETHER,
              List.of(TRANSFER, PracticeAbi.word(call.from()), PracticeAbi.word(call.to())),
              Bytes32.of(call.value()).toArray()));
    }
    logs.addAll(outcome.logs());
    return logs;
  }

  private static ObjectNode json(PracticeLog log) {
    ObjectNode out = PracticeJson.object();
    out.put("address", log.address().toLowerHex());
    ArrayNode topics = out.putArray("topics");
    log.topics().forEach(topic -> topics.add(topic.toString()));
    return out.put("data", Hex.encode(log.data()));
  }

  private static ObjectNode error(PracticeOutcome outcome, long gas) {
    ObjectNode out = PracticeJson.object();
    // a failure that used all gas is one of gas: reverts give the rest back
    if (outcome.gas() == gas) {
      return out.put("code", FAILED).put("message", "out of gas");
    }
    String reason = outcome.reason().map(r -> ": " + r).orElse("");
    out.put("code", REVERTED).put("message", "execution reverted" + reason);
    return out.put("data", Hex.encode(outcome.output()));
  }
}
