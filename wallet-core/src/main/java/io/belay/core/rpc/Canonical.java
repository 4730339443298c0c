package io.belay.core.rpc;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One form for answers that mean the same: hex in lower case, without the members that nodes of
/// different makes add, leave out or compute in their own way.
final class Canonical {
  private static final Set<String> OWN_WAYS =
      Set.of("totalDifficulty", "size", "blockTimestamp", "l1BlockNumber", "sendCount", "sendRoot");

  private Canonical() {}

  static JsonNode of(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> members(object);
      case ArrayNode list -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        list.forEach(item -> copy.add(of(item)));
        yield copy;
      }
      default -> text(node);
    };
  }

  private static JsonNode members(ObjectNode object) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      // some write what is not there, some do not
      if (!OWN_WAYS.contains(member.getKey()) && !member.getValue().isNull()) {
        copy.set(member.getKey(), of(member.getValue()));
      }
    }
    return copy;
  }

  private static JsonNode text(JsonNode node) {
    boolean hex = node.isString() && node.stringValue().startsWith("0x");
    return hex
        ? JsonNodeFactory.instance.stringNode(node.stringValue().toLowerCase(Locale.ROOT))
        : node;
  }
}
