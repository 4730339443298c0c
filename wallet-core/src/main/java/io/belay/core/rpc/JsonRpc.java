package io.belay.core.rpc;

import io.belay.base.WalletException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON-RPC 2.0 as bytes: requests out, strictly read answers in. Depth, length and duplicate keys
/// are bounded (connectivity.md, I13); an answer with another id is no answer.
public final class JsonRpc {
  private static final int MAX_DEPTH = 64;

  // one for all, since it learns the names that answers have
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxDocumentLength(Reply.MAX_BODY)
                          .maxStringLength(Reply.MAX_BODY)
                          .maxNumberLength(100)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();
  private final AtomicLong ids = new AtomicLong(1);

  /// One request.
  ///
  /// @param method such as `eth_getBalance`
  /// @param params its parameters
  public record Call(String method, ArrayNode params) {}

  /// A request on its way: its bytes and the ids its answers must carry, in order.
  @SuppressWarnings("ArrayRecordComponent") // lives for one exchange, never compared
  record Request(byte[] body, List<Long> ids) {}

  /// Parameters from texts, booleans, whole numbers, nodes and lists of these.
  ///
  /// @throws IllegalArgumentException for anything else
  public Call call(String method, Object... params) {
    return new Call(method, list(List.of(params)));
  }

  private static ArrayNode list(List<?> params) {
    ArrayNode list = MAPPER.createArrayNode();
    params.forEach(param -> list.add(node(param)));
    return list;
  }

  private static JsonNode node(Object param) {
    JsonNodeFactory nodes = MAPPER.getNodeFactory();
    return switch (param) {
      case JsonNode node -> node;
      case String text -> nodes.stringNode(text);
      case Boolean flag -> nodes.booleanNode(flag);
      case Integer number -> nodes.numberNode(number);
      case Long number -> nodes.numberNode(number);
      case List<?> members -> list(members);
      default -> throw new IllegalArgumentException("no parameter: " + param.getClass());
    };
  }

  /// An empty object, for parameters.
  public ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// Parses any JSON within the bounds.
  ///
  /// @throws WalletException `bad-json`
  public JsonNode parse(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new WalletException("bad-json", "not JSON within the bounds", e);
    }
  }

  Request request(List<Call> calls) {
    List<Long> used = new ArrayList<>();
    ArrayNode batch = MAPPER.createArrayNode();
    for (Call call : calls) {
      long id = ids.getAndIncrement();
      used.add(id);
      ObjectNode one = batch.addObject();
      one.put("jsonrpc", "2.0").put("id", id).put("method", call.method());
      one.set("params", call.params());
    }
    JsonNode body = calls.size() == 1 ? batch.get(0) : batch;
    return new Request(MAPPER.writeValueAsBytes(body), used);
  }

  /// The answer object of each call, in the order asked.
  ///
  /// @throws WalletException `bad-json`, `wrong-id`
  List<JsonNode> answers(Request request, byte[] body) {
    JsonNode root = parse(body);
    if (request.ids().size() == 1) {
      return List.of(withId(List.of(root), request.ids().getFirst()));
    }
    if (!root.isArray()) {
      // a single error object may stand for the whole batch
      if (root.isObject() && root.has("error")) {
        return request.ids().stream().map(id -> root).toList();
      }
      throw new WalletException("bad-json", "a batch answered without a list");
    }
    List<JsonNode> members = new ArrayList<>();
    root.forEach(members::add);
    return request.ids().stream().map(id -> withId(members, id)).toList();
  }

  /// Whether it is a whole number that `longValue` reads; it throws for all others.
  static boolean isLong(JsonNode node) {
    return node != null && node.isIntegralNumber() && node.canConvertToLong();
  }

  private static JsonNode withId(List<JsonNode> answers, long id) {
    for (JsonNode answer : answers) {
      JsonNode found = answer.get("id");
      if (isLong(found) && found.longValue() == id) {
        return answer;
      }
    }
    if (answers.size() == 1 && answers.getFirst().has("error")) {
      return answers.getFirst(); // gateways answer errors of their own without an id
    }
    throw new WalletException("wrong-id", "the answer belongs to another request");
  }
}
