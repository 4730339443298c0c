package io.belay.app.cli;

import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.Independence;
import io.belay.core.rpc.Independence.Addition;
import io.belay.core.rpc.Independence.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How independent a network's endpoints are, in words and as JSON.
final class IndependenceText {
  private IndependenceText() {}

  static ObjectNode json(Independence found) {
    ObjectNode json =
        Out.object()
            .put("endpoints", found.endpoints())
            .put("groups", found.groups())
            .put("effective", found.effective());
    ArrayNode together = json.putArray("together");
    for (Shared shared : found.together()) {
      ObjectNode row = together.addObject();
      row.put("bond", shared.bond().word()).put("what", shared.what());
      ids(row.putArray("endpoints"), shared.endpoints());
    }
    ids(json.putArray("unproven"), found.unproven());
    ArrayNode additions = json.putArray("additions");
    for (Addition addition : found.additions()) {
      ObjectNode row = additions.addObject();
      row.put("kind", addition.endpoint().isEmpty() ? "own" : "provider");
      addition.operator().ifPresent(operator -> row.put("operator", operator));
      addition.endpoint().ifPresent(id -> row.put("endpoint", id.value()));
    }
    return json;
  }

  private static void ids(ArrayNode array, List<EndpointId> ids) {
    ids.forEach(id -> array.add(id.value()));
  }

  static List<String> lines(Independence found) {
    List<String> lines = new ArrayList<>();
    lines.add(
        found.endpoints()
            + " endpoints = "
            + found.groups()
            + " groups; "
            + found.effective()
            + " can fail one by one");
    found.together().forEach(shared -> lines.add(line(shared)));
    if (!found.unproven().isEmpty()) {
      lines.add("independence unproven: " + names(found.unproven()));
    }
    found.additions().stream().findFirst().ifPresent(addition -> lines.add(line(addition)));
    return lines;
  }

  static String line(Shared shared) {
    String who = names(shared.endpoints());
    return switch (shared.bond()) {
      case OPERATOR -> "one vote, one operator: " + who;
      case PREFIX -> "fail together, one range of addresses (" + shared.what() + "): " + who;
      case CDN -> "fail together, one delivery network (" + shared.what() + "): " + who;
      case ISSUER -> "fail together, one certificate issuer (" + shared.what() + "): " + who;
      case CLIENT -> "fail together, one node software (" + shared.what() + "): " + who;
      case FORWARDS -> "no witness of its own, it forwards to others: " + who;
    };
  }

  private static String line(Addition addition) {
    return addition
        .endpoint()
        .map(id -> "would help most: `belay endpoint enable " + id + "`")
        .orElse("would help most: a node of your own, `belay endpoint add --own URL`");
  }

  private static String names(List<EndpointId> ids) {
    return ids.stream().map(EndpointId::value).collect(Collectors.joining(", "));
  }
}
