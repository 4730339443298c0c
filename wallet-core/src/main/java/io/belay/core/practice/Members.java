package io.belay.core.practice;

import io.belay.base.WalletException;
import io.belay.core.rpc.JsonRpc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON-RPC body taken apart: the one object or the members of the batch.
///
/// @param batch whether it was a list
/// @param list the objects; empty where the body is no JSON-RPC
record Members(boolean batch, List<ObjectNode> list) {
  private static final JsonRpc RPC = new JsonRpc();

  static Members of(byte[] body) {
    JsonNode root;
    try {
      root = RPC.parse(body);
    } catch (WalletException e) {
      return new Members(false, List.of()); // the endpoint says so, not the fault
    }
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode member : root.isArray() ? root : List.of(root)) {
      if (!(member instanceof ObjectNode object)) {
        return new Members(root.isArray(), List.of());
      }
      found.add(object);
    }
    return new Members(root.isArray(), found);
  }

  /// These objects in the form of this body.
  byte[] with(List<ObjectNode> others) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    all.addAll(others);
    return bytes(batch ? all : all.get(0));
  }

  static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String method(JsonNode request) {
    return request.path("method").asString("");
  }

  static JsonNode param(JsonNode request, int at) {
    return request.path("params").path(at);
  }

  static ObjectNode result(JsonNode request, JsonNode result) {
    ObjectNode answer = envelope(request);
    answer.set("result", result);
    return answer;
  }

  static ObjectNode result(JsonNode request, String result) {
    return envelope(request).put("result", result);
  }

  static ObjectNode none(JsonNode request) {
    return envelope(request).putNull("result");
  }

  static ObjectNode error(JsonNode request, int code, String message) {
    ObjectNode answer = envelope(request);
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }

  private static ObjectNode envelope(JsonNode request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
    JsonNode id = request.get("id");
    answer.set("id", id == null ? JsonNodeFactory.instance.nullNode() : id);
    return answer;
  }
}
