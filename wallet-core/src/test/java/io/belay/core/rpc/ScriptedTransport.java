package io.belay.core.rpc;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A node that answers by a script, one rule a method, and remembers what it was asked.
public final class ScriptedTransport implements Transport {
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Optional<TransportException.Reason> broken = Optional.empty();
  private volatile Optional<Reply> instead = Optional.empty();

  /// Answers one call.
  public interface Script {
    /// The answer's own member: a `result` or an `error`.
    ObjectNode answer(JsonNode params) throws TransportException, InterruptedException;
  }

  /// Answers a method by a script from now on.
  public ScriptedTransport on(String method, Script script) {
    scripts.put(method, script);
    return this;
  }

  /// Answers a method with one text from now on.
  public ScriptedTransport says(String method, String result) {
    return on(method, params -> result(JsonNodeFactory.instance.stringNode(result)));
  }

  /// Refuses a method from now on.
  public ScriptedTransport refuses(String method, long code, String message) {
    return on(method, params -> error(code, message));
  }

  /// Fails at a method from now on, as the transport would.
  public ScriptedTransport fails(String method, TransportException.Reason reason) {
    return on(
        method,
        params -> {
          throw new TransportException(reason, "scripted");
        });
  }

  /// Fails at everything from now on.
  public ScriptedTransport breaks(TransportException.Reason reason) {
    broken = Optional.of(reason);
    return this;
  }

  /// Answers every request with these bytes from now on.
  public ScriptedTransport replies(int status, Optional<String> retryAfter, String body) {
    instead = Optional.of(new Reply(status, retryAfter, body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /// Answers by its script again.
  public ScriptedTransport heals() {
    broken = Optional.empty();
    instead = Optional.empty();
    return this;
  }

  /// A good answer.
  public static ObjectNode result(JsonNode result) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("result", result);
    return answer;
  }

  /// A refusal.
  public static ObjectNode error(long code, String message) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }

  /// The methods asked so far, in order.
  public List<String> asked() {
    return new ArrayList<>(asked);
  }

  /// How often a method was asked.
  public long asked(String method) {
    return asked.stream().filter(method::equals).count();
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    JsonNode request = JsonMapper.shared().readTree(body);
    List<JsonNode> calls = new ArrayList<>();
    if (request.isArray()) {
      request.forEach(calls::add);
    } else {
      calls.add(request);
    }
    calls.forEach(call -> asked.add(call.path("method").asString("")));
    if (broken.isPresent()) {
      throw new TransportException(broken.get(), "scripted");
    }
    if (instead.isPresent()) {
      return instead.get();
    }
    ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    for (JsonNode call : calls) {
      answers.add(answer(call));
    }
    JsonNode whole = request.isArray() ? answers : answers.get(0);
    return Reply.ok(JsonMapper.shared().writeValueAsBytes(whole));
  }

  private ObjectNode answer(JsonNode call) throws TransportException, InterruptedException {
    Script script = scripts.get(call.path("method").asString(""));
    ObjectNode answer =
        script == null
            ? error(-32601, "the method does not exist")
            : script.answer(call.path("params")).deepCopy();
    answer.put("jsonrpc", "2.0");
    answer.set("id", call.path("id"));
    return answer;
  }
}
