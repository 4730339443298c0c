package io.belay.core.practice;

import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Carries a body to the true endpoint and back with a twist at each of its members.
record Twisted(Transport inner, Twist twist) {
  Reply exchange(byte[] body, Duration timeout) throws TransportException, InterruptedException {
    Members requests = Members.of(body);
    if (requests.list().isEmpty()) {
      return inner.exchange(body, timeout);
    }
    Twist.Truth truth = (method, params) -> ask(timeout, method, params);
    Map<String, ObjectNode> answers = new HashMap<>();
    List<ObjectNode> open = new ArrayList<>();
    for (ObjectNode request : requests.list()) {
      Optional<ObjectNode> ready = twist.instead(truth, request);
      if (ready.isPresent()) {
        answers.put(id(request), ready.get());
      } else {
        open.add(twist.asked(truth, request));
      }
    }
    if (!open.isEmpty()) {
      Reply reply = inner.exchange(requests.with(open), timeout);
      List<ObjectNode> members = Members.of(reply.body()).list();
      if (reply.status() != 200 || members.isEmpty()) {
        return reply;
      }
      members.forEach(member -> answers.put(id(member), member));
    }
    return Reply.ok(requests.with(inOrder(requests.list(), answers)));
  }

  private List<ObjectNode> inOrder(List<ObjectNode> requests, Map<String, ObjectNode> answers) {
    List<ObjectNode> out = new ArrayList<>();
    for (ObjectNode request : requests) {
      ObjectNode answer = answers.get(id(request));
      if (answer == null) {
        answer = Members.error(request, -32603, "no answer");
      }
      JsonNode result = answer.get("result");
      if (result != null) {
        answer.set("result", twist.result(request, result));
      }
      out.add(answer);
    }
    return out;
  }

  private JsonNode ask(Duration timeout, String method, Object... params)
      throws TransportException, InterruptedException {
    JsonRpc rpc = new JsonRpc();
    ObjectNode request = rpc.object().put("jsonrpc", "2.0").put("id", 0).put("method", method);
    request.set("params", rpc.call(method, params).params());
    List<ObjectNode> answers =
        Members.of(inner.exchange(Members.bytes(request), timeout).body()).list();
    JsonNode result = answers.isEmpty() ? null : answers.getFirst().get("result");
    return result == null ? JsonNodeFactory.instance.nullNode() : result;
  }

  private static String id(ObjectNode member) {
    return member.path("id").toString();
  }
}
