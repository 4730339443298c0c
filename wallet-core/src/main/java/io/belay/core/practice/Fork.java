package io.belay.core.practice;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.Header;
import io.belay.core.rpc.Quantity;
import io.belay.core.rpc.TransportException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An endpoint on a fork: from some recent block on its headers carry other extra data, so that
/// every later hash and parent hash differ, and fit. It knows its own hashes only. The state is the
/// true one, so its proofs hold against its own headers.
final class Fork implements Twist {
  private static final String EXTRA =
      Hex.encode("practice fork".getBytes(StandardCharsets.US_ASCII));

  /// Forks begin at a multiple of this, so that two processes see the same one, mostly.
  private static final long EVERY = 32;

  private final Map<String, String> forgedByTrue = new ConcurrentHashMap<>();
  private final Map<String, String> trueByForged = new ConcurrentHashMap<>();
  private volatile long base = Long.MAX_VALUE;

  @Override
  public Optional<ObjectNode> instead(Truth truth, ObjectNode request)
      throws TransportException, InterruptedException {
    String method = Members.method(request);
    OptionalInt at = BlockParam.index(method);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    follow(truth);
    JsonNode block = Members.param(request, at.getAsInt());
    JsonNode hash = block.isObject() ? block.path("blockHash") : block;
    if (!forgedByTrue.containsKey(hash.asString(""))) {
      return Optional.empty();
    }
    return Optional.of(
        BlockParam.isBlock(method)
            ? Members.none(request)
            : Members.error(request, -32000, "header for hash not found"));
  }

  /// Forges every true block since the fork that has not been yet, oldest first.
  private void follow(Truth truth) throws TransportException, InterruptedException {
    JsonNode block = truth.ask("eth_getBlockByNumber", "latest", false);
    if (number(block) <= base) { // the first look, or the chain began anew
      base = Math.max(0, (number(block) - 1) / EVERY * EVERY);
    }
    Deque<ObjectNode> open = new ArrayDeque<>();
    while (number(block) > base
        && block instanceof ObjectNode object
        && !forgedByTrue.containsKey(text(block, "hash"))) {
      open.push(object);
      block = truth.ask("eth_getBlockByHash", text(block, "parentHash"), false);
    }
    open.forEach(this::forged);
  }

  private ObjectNode forged(ObjectNode block) {
    ObjectNode copy = block.deepCopy();
    String parent = text(block, "parentHash");
    copy.put("extraData", EXTRA).put("parentHash", forgedByTrue.getOrDefault(parent, parent));
    try {
      Header.parse(copy).writeTo(copy);
    } catch (WalletException e) {
      return block; // nothing that could be forged well
    }
    forgedByTrue.put(text(block, "hash"), text(copy, "hash"));
    trueByForged.put(text(copy, "hash"), text(block, "hash"));
    return copy;
  }

  @Override
  public ObjectNode asked(Truth truth, ObjectNode request) {
    OptionalInt at = BlockParam.index(Members.method(request));
    ObjectNode copy = request.deepCopy();
    if (at.isEmpty()
        || !(copy.get("params") instanceof ArrayNode params)
        || at.getAsInt() >= params.size()) {
      return request;
    }
    JsonNode block = params.get(at.getAsInt());
    if (block instanceof ObjectNode object && object.has("blockHash")) {
      object.put("blockHash", trueHash(object.path("blockHash").asString("")));
    } else if (block.isString()) {
      String hash = trueHash(block.asString(""));
      params.set(at.getAsInt(), JsonNodeFactory.instance.stringNode(hash));
    }
    return copy;
  }

  private String trueHash(String hash) {
    return trueByForged.getOrDefault(hash, hash);
  }

  @Override
  public JsonNode result(ObjectNode request, JsonNode result) {
    if (!(result instanceof ObjectNode object)) {
      return result;
    }
    if (BlockParam.isBlock(Members.method(request))) {
      return number(object) > base ? forged(object) : object;
    }
    if (object.has("blockHash")) { // a transaction or receipt lies in the forged block
      String hash = text(object, "blockHash");
      object.put("blockHash", forgedByTrue.getOrDefault(hash, hash));
    }
    return object;
  }

  private static long number(JsonNode block) {
    return Quantity.of(block.get("number")).orElse(-1L);
  }

  private static String text(JsonNode block, String member) {
    return block.path(member).asString("");
  }
}
