package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `eth_simulateV1` in and out: one block with one call (execution-apis, "eth_simulateV1").
final class SimulationJson {
  // keccak256("Transfer(address,address,uint256)")
  private static final String TRANSFER =
      "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
  // the address that nodes write moves of the currency under when asked to trace them
  private static final Address CURRENCY =
      Address.parse("0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee");

  /// What came of the call.
  record Result(boolean succeeded, String output, String words, List<Movement> movements) {}

  private SimulationJson() {}

  static ObjectNode request(ObjectNode request, ObjectNode call) {
    request.putArray("blockStateCalls").addObject().putArray("calls").add(call);
    return request.put("traceTransfers", true).put("validation", false);
  }

  static Result read(JsonNode blocks) throws RpcException {
    JsonNode call = blocks.path(0).path("calls").path(0);
    Optional<Long> status = Quantity.of(call.path("status"));
    if (blocks.size() != 1 || status.isEmpty()) {
      throw RpcException.garbage(new IllegalStateException("no simulated call"));
    }
    boolean succeeded = status.get() == 1;
    JsonNode error = call.path("error");
    String returned = call.path("returnData").isString() ? hex(call.path("returnData")) : "0x";
    String output = succeeded ? returned : RevertOutput.of(error).orElse(returned);
    String words =
        new NodeError(NodeError.Kind.UNKNOWN, 0, error.path("message").asString("")).quote();
    return new Result(
        succeeded, output, words, succeeded ? movements(call.path("logs")) : List.of());
  }

  /// Hex bytes in lower case.
  static String hex(JsonNode text) throws RpcException {
    try {
      return Hex.encode(Hex.decode(text.asString("")));
    } catch (WalletException e) {
      throw RpcException.garbage(e);
    }
  }

  private static List<Movement> movements(JsonNode logs) throws RpcException {
    List<Movement> movements = new ArrayList<>();
    for (JsonNode log : logs) {
      JsonNode topics = log.path("topics");
      // three topics: a token of one kind; four: one of a kind each (EIP-721), which has no units
      if (topics.size() == 3 && topics.path(0).asString("").equalsIgnoreCase(TRANSFER)) {
        movements.add(movement(log, topics));
      }
    }
    return List.copyOf(movements);
  }

  private static Movement movement(JsonNode log, JsonNode topics) throws RpcException {
    try {
      Address emitter = Address.parse(log.path("address").asString("").toLowerCase(Locale.ROOT));
      BigInteger units = new BigInteger(1, Hex.decode(log.path("data").asString("")));
      return new Movement(
          emitter.equals(CURRENCY) ? Optional.empty() : Optional.of(emitter),
          address(topics.path(1)),
          address(topics.path(2)),
          units);
    } catch (WalletException e) {
      throw RpcException.garbage(e);
    }
  }

  private static Address address(JsonNode topic) {
    return Address.of(Arrays.copyOfRange(Bytes32.parse(topic.asString("")).toArray(), 12, 32));
  }
}
