package io.belay.app.cli;

import io.belay.core.store.EgressRow;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// Which endpoint was told which address, as JSON and as lines.
final class EgressText {
  private EgressText() {}

  static ArrayNode json(List<EgressRow> rows) {
    ArrayNode json = Out.array();
    for (EgressRow row : rows) {
      json.addObject()
          .put("chainId", row.chain())
          .put("endpoint", row.endpoint())
          .put("account", row.account().toString())
          .put("first", row.first().toString())
          .put("last", row.last().toString())
          .put("requests", row.requests());
    }
    return json;
  }

  static List<String> lines(List<EgressRow> rows) {
    return rows.isEmpty()
        ? List.of("no endpoint of this network was told any of your addresses")
        : rows.stream()
            .map(row ->
                row.endpoint()
                    + "  "
                    + row.account()
                    + "  "
                    + row.requests()
                    + " requests, last "
                    + row.last())
            .toList();
  }
}
