package io.belay.core.practice;

import io.belay.base.Hex;
import io.belay.core.rpc.Quantity;
import io.belay.core.rpc.TransportException;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An endpoint that stopped following: its tags mean blocks twenty below the true ones, and later
/// blocks are unknown to it. Its pool goes on: sending, pending nonces and lookups of transactions
/// stay true.
final class Stale implements Twist {
  private static final long BEHIND = 20;

  @Override
  public Optional<ObjectNode> instead(Truth truth, ObjectNode request)
      throws TransportException, InterruptedException {
    String method = Members.method(request);
    if (method.equals("eth_blockNumber")) {
      return Optional.of(Members.result(request, Hex.quantity(tag(truth, "latest"))));
    }
    OptionalInt at = BlockParam.index(method);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    long height = named(truth, Members.param(request, at.getAsInt()));
    if (height < 0 || height <= tag(truth, "latest")) {
      return Optional.empty();
    }
    return Optional.of(
        BlockParam.isBlock(method)
            ? Members.none(request)
            : Members.error(request, -32000, "header not found"));
  }

  @Override
  public ObjectNode asked(Truth truth, ObjectNode request)
      throws TransportException, InterruptedException {
    OptionalInt at = BlockParam.index(Members.method(request));
    if (at.isEmpty() || !(request.get("params") instanceof ArrayNode params)) {
      return request;
    }
    // an absent block means the latest one
    String tag =
        params.size() == at.getAsInt() ? "latest" : params.path(at.getAsInt()).asString("");
    if (!isTag(tag)) {
      return request;
    }
    ArrayNode older = params.deepCopy();
    if (params.size() == at.getAsInt()) {
      older.addNull();
    }
    older.set(at.getAsInt(), JsonNodeFactory.instance.stringNode(Hex.quantity(tag(truth, tag))));
    ObjectNode copy = request.deepCopy();
    copy.set("params", older);
    return copy;
  }

  private static boolean isTag(String text) {
    return text.equals("latest") || text.equals("safe") || text.equals("finalized");
  }

  /// The number such an endpoint has for a tag.
  private static long tag(Truth truth, String tag) throws TransportException, InterruptedException {
    JsonNode block = truth.ask("eth_getBlockByNumber", tag, false);
    return Math.max(0, Quantity.of(block.get("number")).orElse(0L) - BEHIND);
  }

  /// The height of a block named by number or hash, -1 where it is named by neither.
  private static long named(Truth truth, JsonNode block)
      throws TransportException, InterruptedException {
    JsonNode plain = block;
    if (block.isObject()) {
      plain = block.has("blockHash") ? block.path("blockHash") : block.path("blockNumber");
    }
    if (plain.asString("").length() == 66) {
      JsonNode found = truth.ask("eth_getBlockByHash", plain, false);
      return Quantity.of(found.get("number")).orElse(-1L);
    }
    return Quantity.of(plain).orElse(-1L);
  }
}
