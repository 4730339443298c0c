package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON-RPC 2.0 in front of the chain: single requests and batches, worded as geth does.
final class PracticeRpc {
  /// What JSON-RPC may do with the pool.
  interface Pool {
    /// Admits a raw transaction.
    Bytes32 send(byte[] raw);

    /// The nonce after all pending transactions.
    long nextNonce(Address sender);

    /// A waiting transaction.
    Optional<PracticeTx> find(Bytes32 hash);
  }

  /// One method.
  @FunctionalInterface
  interface Method {
    JsonNode answer(PracticeParams params, PracticeView view);
  }

  private static final int LARGEST_BATCH = 1_000;

  private final JsonMapper mapper = JsonMapper.shared();
  private final Supplier<PracticeView> view;
  private final Map<String, Method> methods = new TreeMap<>();

  PracticeRpc(Supplier<PracticeView> view, Pool pool) {
    this.view = view;
    PracticeBlockMethods.addTo(methods);
    PracticeAccountMethods.addTo(methods, pool);
    PracticeCallMethods.addTo(methods);
    PracticeFeeMethods.addTo(methods);
    PracticeTxMethods.addTo(methods, pool);
    PracticeLogMethods.addTo(methods);
  }

  byte[] handle(byte[] body) {
    JsonNode request;
    try {
      request = mapper.readTree(body);
    } catch (JacksonException e) {
      return bytes(failure(PracticeJson.NONE, PracticeError.of(-32700, "parse error")));
    }
    if (!request.isArray()) {
      return bytes(one(request));
    }
    if (request.isEmpty() || request.size() > LARGEST_BATCH) {
      String why = request.isEmpty() ? "empty batch" : "batch too large";
      return bytes(failure(PracticeJson.NONE, PracticeError.of(-32600, why)));
    }
    ArrayNode replies = mapper.createArrayNode();
    request.forEach(r -> replies.add(one(r)));
    return bytes(replies);
  }

  private ObjectNode one(JsonNode request) {
    JsonNode id = request.path("id");
    if (id.isMissingNode()) {
      id = PracticeJson.NONE;
    }
    try {
      ObjectNode reply = envelope(id);
      reply.set("result", result(request));
      return reply;
    } catch (PracticeError e) {
      return failure(id, e);
    } catch (WalletException e) {
      return failure(id, PracticeError.of(-32603, "internal error: " + e.code()));
    }
  }

  private JsonNode result(JsonNode request) {
    JsonNode name = request.path("method");
    if (!name.isString()) {
      throw PracticeError.of(-32600, "invalid request");
    }
    Method method = methods.get(name.stringValue());
    if (method == null) {
      throw PracticeError.of(
          -32601, "the method " + name.stringValue() + " does not exist/is not available");
    }
    JsonNode params = request.path("params");
    if (!params.isArray() && !params.isMissingNode() && !params.isNull()) {
      throw PracticeError.invalid("non-array args");
    }
    return method.answer(new PracticeParams(params), view.get());
  }

  private ObjectNode failure(JsonNode id, PracticeError error) {
    ObjectNode reply = envelope(id);
    ObjectNode body = reply.putObject("error");
    body.put("code", error.number());
    body.put("message", error.text());
    error.data().ifPresent(data -> body.put("data", data));
    return reply;
  }

  private ObjectNode envelope(JsonNode id) {
    ObjectNode reply = mapper.createObjectNode();
    reply.put("jsonrpc", "2.0");
    reply.set("id", id);
    return reply;
  }

  private byte[] bytes(JsonNode node) {
    return mapper.writeValueAsBytes(node);
  }
}
