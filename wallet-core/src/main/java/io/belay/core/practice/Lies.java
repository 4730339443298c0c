package io.belay.core.practice;

import io.belay.base.Hex;
import io.belay.core.rpc.Quantity;
import java.math.BigInteger;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Wrong numbers in answers that look right.
final class Lies {
  private static final BigInteger ETHER = BigInteger.TEN.pow(18);
  private static final BigInteger FEE_FACTOR = BigInteger.valueOf(500);

  private Lies() {}

  /// The header stays true, so that only a proof tells.
  static Twist balance() {
    return account("eth_getBalance", "balance", n -> n.multiply(BigInteger.TEN).add(ETHER));
  }

  static Twist nonce() {
    return account(
        "eth_getTransactionCount", "nonce", n -> n.multiply(BigInteger.TEN).add(BigInteger.ONE));
  }

  private static Twist account(String method, String member, UnaryOperator<BigInteger> lie) {
    return after((asked, result) -> {
      if (asked.equals(method)) {
        return changed(result, lie);
      }
      if (asked.equals("eth_getProof") && result instanceof ObjectNode proof) {
        proof.set(member, changed(proof.path(member), lie));
      }
      return result;
    });
  }

  static Twist fees() {
    return after((asked, result) ->
        switch (asked) {
          case "eth_gasPrice", "eth_maxPriorityFeePerGas", "eth_feeHistory" -> dear(result);
          default -> result;
        });
  }

  private static JsonNode dear(JsonNode node) {
    if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, dear(list.get(i)));
      }
    } else if (node instanceof ObjectNode history) {
      dear(history.path("baseFeePerGas"));
      dear(history.path("reward"));
    }
    return changed(node, n -> n.multiply(FEE_FACTOR));
  }

  static Twist chain() {
    return after((asked, result) ->
        switch (asked) {
          case "eth_chainId" -> text("0x1");
          case "net_version" -> text("1");
          default -> result;
        });
  }

  /// One bit of the last node, the one that holds the account.
  static Twist proof() {
    return after((asked, result) -> {
      if (result.path("accountProof") instanceof ArrayNode nodes && !nodes.isEmpty()) {
        int last = nodes.size() - 1;
        byte[] node = Hex.decode(nodes.get(last).asString());
        node[node.length / 2] ^= 1;
        nodes.set(last, text(Hex.encode(node)));
      }
      return result;
    });
  }

  private interface After {
    JsonNode answer(String method, JsonNode result);
  }

  private static Twist after(After lie) {
    return new Twist() {
      @Override
      public JsonNode result(ObjectNode request, JsonNode result) {
        return lie.answer(Members.method(request), result);
      }
    };
  }

  private static JsonNode changed(JsonNode node, UnaryOperator<BigInteger> lie) {
    return Quantity.big(node).map(lie).map(n -> text(Hex.quantity(n))).orElse(node);
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }
}
