package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// `eth_getLogs`.
final class PracticeLogMethods {
  private final List<Address> addresses = new ArrayList<>();
  private final List<List<Bytes32>> topics = new ArrayList<>();

  private PracticeLogMethods(JsonNode filter) {
    each(filter.path("address"))
        .forEach(a -> addresses.add(PracticeParams.read(0, a, PracticeParams::toAddress)));
    for (JsonNode topic : filter.path("topics")) {
      topics.add(each(topic).stream().map(t -> PracticeParams.read(0, t, Bytes32::parse)).toList());
    }
  }

  static void addTo(Map<String, PracticeRpc.Method> methods) {
    methods.put("eth_getLogs", PracticeLogMethods::logs);
  }

  private static JsonNode logs(PracticeParams p, PracticeView v) {
    JsonNode filter = p.at(0);
    if (!filter.isObject()) {
      throw PracticeError.invalid("invalid argument 0: json: cannot unmarshal into filter");
    }
    PracticeLogMethods wanted = new PracticeLogMethods(filter);
    ArrayNode out = PracticeJson.array();
    for (PracticeBlock block : blocks(filter, v)) {
      for (int i = 0; i < block.txs().size(); i++) {
        PracticeView.Place place = new PracticeView.Place(block, i);
        List<JsonNode> all = PracticeJson.logs(place);
        for (int n = 0; n < all.size(); n++) {
          if (wanted.matches(place.receipt().logs().get(n))) {
            out.add(all.get(n));
          }
        }
      }
    }
    return out;
  }

  private static List<PracticeBlock> blocks(JsonNode filter, PracticeView view) {
    if (filter.has("blockHash")) {
      Bytes32 hash = PracticeParams.read(0, filter.path("blockHash"), Bytes32::parse);
      Optional<PracticeBlock> block = view.with(hash);
      return List.of(block.orElseThrow(() -> PracticeError.refused("unknown block")));
    }
    long from = height(filter, "fromBlock", view);
    long to = height(filter, "toBlock", view);
    if (from > to) {
      throw PracticeError.invalid("invalid block range params");
    }
    return view.blocks().stream().filter(b -> b.number() >= from && b.number() <= to).toList();
  }

  private static long height(JsonNode filter, String name, PracticeView view) {
    JsonNode node = filter.path(name);
    return node.isString() ? PracticeParams.height(0, node, view) : view.head().number();
  }

  /// One value or a list of alternatives; none stands for any.
  private static List<JsonNode> each(JsonNode node) {
    if (node.isArray()) {
      List<JsonNode> all = new ArrayList<>();
      node.forEach(all::add);
      return all;
    }
    return node.isNull() || node.isMissingNode() ? List.of() : List.of(node);
  }

  private boolean matches(PracticeLog log) {
    if (!addresses.isEmpty() && !addresses.contains(log.address())) {
      return false;
    }
    if (topics.size() > log.topics().size()) {
      return false;
    }
    for (int i = 0; i < topics.size(); i++) {
      if (!topics.get(i).isEmpty() && !topics.get(i).contains(log.topics().get(i))) {
        return false;
      }
    }
    return true;
  }
}
