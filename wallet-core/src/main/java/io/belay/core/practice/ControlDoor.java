package io.belay.core.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.belay.base.Address;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.JsonRpc;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The practice controls as JSON-RPC over HTTP: `practice_faucet`, `_fault`, `_mine`, `_reorg`,
/// `_reset` and `_status`.
///
/// @param urls of the endpoints, by id
record ControlDoor(PracticeNet net, Map<String, URI> urls) implements HttpHandler {
  private static final int LONGEST = 1 << 20;

  @Override
  public void handle(HttpExchange http) throws IOException {
    try (http) {
      // a web page in some browser is not meant to steer this
      boolean page = http.getRequestHeaders().containsKey("Origin");
      if (page || !http.getRequestMethod().equals("POST")) {
        http.sendResponseHeaders(page ? 403 : 405, -1);
        return;
      }
      Members asked = Members.of(http.getRequestBody().readNBytes(LONGEST));
      if (asked.list().isEmpty()) {
        http.sendResponseHeaders(400, -1);
        return;
      }
      List<ObjectNode> answers = asked.list().stream().map(this::answer).toList();
      byte[] body = asked.with(answers);
      http.getResponseHeaders().set("Content-Type", "application/json");
      http.sendResponseHeaders(200, body.length);
      http.getResponseBody().write(body);
    }
  }

  private ObjectNode answer(ObjectNode request) {
    try {
      return Members.result(request, result(request));
    } catch (WalletException e) {
      ObjectNode answer = Members.error(request, -32000, e.text());
      answer.withObject("error").putObject("data").put("code", e.code());
      return answer;
    }
  }

  private JsonNode result(ObjectNode request) {
    String first = Members.param(request, 0).asString("");
    String second = Members.param(request, 1).asString("");
    JsonNodeFactory json = JsonNodeFactory.instance;
    switch (Members.method(request)) {
      case "practice_faucet" -> {
        Optional<Wei> amount =
            Optional.of(second).filter(s -> !s.isEmpty()).map(s -> Wei.of(Hex.toBigInteger(s)));
        return json.stringNode(net.faucet(Address.parse(first), amount).toString());
      }
      case "practice_status" -> {
        return status();
      }
      case "practice_fault" -> net.setFault(first, Fault.of(second));
      case "practice_mine" -> net.mine(count(request));
      case "practice_reorg" -> net.reorg(count(request));
      case "practice_reset" -> net.reset();
      default -> throw new WalletException("unknown-method", "no such practice method");
    }
    return json.booleanNode(true);
  }

  private static int count(ObjectNode request) {
    JsonNode count = Members.param(request, 0);
    if (!count.canConvertToInt() || count.asInt() < 1) {
      throw new WalletException("bad-count", "a whole number from 1 is wanted");
    }
    return count.asInt();
  }

  private ObjectNode status() {
    ObjectNode out = new JsonRpc().object();
    ArrayNode list = out.putArray("endpoints");
    for (PracticeEndpoint endpoint : net.endpoints()) {
      list.addObject()
          .put("id", endpoint.id())
          .put("operator", endpoint.operator())
          .put("url", String.valueOf(urls.get(endpoint.id())))
          .put("fault", endpoint.fault().id())
          .put("words", endpoint.fault().describe());
    }
    BlockRef head = net.head();
    out.putObject("head").put("number", head.number()).put("hash", head.hash().toString());
    return out;
  }
}
