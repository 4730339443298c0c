package io.belay.core.practice;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.Header;
import io.belay.core.rpc.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An endpoint that claims a head far ahead: a header that was never in the chain but whose hash
/// fits it. It stands by its story: it can be asked by that number and hash, and the header's state
/// root is provable.
final class FutureHead implements Twist {
  private static final long AHEAD = 5_000_000;
  private static final int REMEMBERED = 512;

  private final Map<String, String> trueHashes = new LinkedHashMap<>();

  @Override
  public ObjectNode asked(Truth truth, ObjectNode request) {
    OptionalInt at = BlockParam.index(Members.method(request));
    if (at.isEmpty() || !(request.get("params") instanceof ArrayNode)) {
      return request;
    }
    ObjectNode copy = request.deepCopy();
    if (copy.get("params") instanceof ArrayNode params && at.getAsInt() < params.size()) {
      params.set(at.getAsInt(), trueBlock(params.get(at.getAsInt())));
    }
    return copy;
  }

  private JsonNode trueBlock(JsonNode block) {
    if (block instanceof ObjectNode object) {
      object.propertyNames().stream()
          .toList()
          .forEach(name -> object.set(name, trueBlock(object.path(name))));
      return object;
    }
    Optional<String> hash = trueHash(block.asString(""));
    if (hash.isPresent()) {
      return text(hash.get());
    }
    Optional<Long> number = Quantity.of(block).filter(n -> n >= AHEAD);
    return number.isPresent() ? text(Hex.quantity(number.get() - AHEAD)) : block;
  }

  @Override
  public JsonNode result(ObjectNode request, JsonNode result) {
    String method = Members.method(request);
    if (method.equals("eth_blockNumber")) {
      return text(Hex.quantity(Quantity.of(result).orElse(0L) + AHEAD));
    }
    if (BlockParam.isBlock(method)
        && result instanceof ObjectNode block
        && isAhead(Members.param(request, 0))) {
      return forged(block);
    }
    return result;
  }

  private boolean isAhead(JsonNode asked) {
    return asked.asString("").equals("latest")
        || trueHash(asked.asString("")).isPresent()
        || Quantity.of(asked).filter(n -> n >= AHEAD).isPresent();
  }

  private ObjectNode forged(ObjectNode block) {
    ObjectNode copy = block.deepCopy();
    copy.put("number", Hex.quantity(Quantity.of(block.get("number")).orElse(0L) + AHEAD));
    try {
      Header.parse(copy).writeTo(copy);
    } catch (WalletException e) {
      return block; // nothing that could be forged well
    }
    remember(copy.path("hash").asString(""), block.path("hash").asString(""));
    return copy;
  }

  private synchronized void remember(String forged, String original) {
    trueHashes.put(forged, original);
    if (trueHashes.size() > REMEMBERED) {
      trueHashes.remove(trueHashes.keySet().iterator().next());
    }
  }

  private synchronized Optional<String> trueHash(String forged) {
    return Optional.ofNullable(trueHashes.get(forged));
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }
}
