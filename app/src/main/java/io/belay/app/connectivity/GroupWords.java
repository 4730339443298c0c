package io.belay.app.connectivity;

import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.Independence;
import io.belay.core.rpc.Independence.Addition;
import io.belay.core.rpc.Independence.Shared;
import java.util.List;
import java.util.stream.Collectors;

/// How independent endpoints are, in plain words.
final class GroupWords {
  private final Ui ui;

  GroupWords(Ui ui) {
    this.ui = ui;
  }

  /// `5 endpoints = 3 independent groups`.
  String headline(Independence found) {
    return found.endpoints() == 0
        ? ui.text("groups.none")
        : ui.text(
            "groups.head",
            count(found.endpoints(), "groups.endpoint."),
            count(found.groups(), "groups.group."));
  }

  private String count(int number, String key) {
    return ui.text(key + (number == 1 ? "one" : "many"), number);
  }

  /// How many can fail, and what to do where there is none.
  String effective(Independence found) {
    if (found.endpoints() == 0) {
      return ui.text("groups.none.detail");
    }
    return found.effective() < 2
        ? ui.text("groups.effective.one")
        : ui.text("groups.effective", found.effective(), found.effective() - 1);
  }

  /// What some of them share, and what it means.
  String together(Shared shared) {
    return ui.text(
        "groups.together." + shared.bond().word(), names(shared.endpoints()), shared.what());
  }

  /// Those whose independence nothing proves.
  String unproven(List<EndpointId> endpoints) {
    return ui.text("groups.unproven", names(endpoints));
  }

  /// What would help most.
  String addition(Addition addition) {
    return addition
        .operator()
        .map(operator -> ui.text("groups.help.operator", operator))
        .orElseGet(() -> ui.text("groups.help.own"));
  }

  private static String names(List<EndpointId> ids) {
    return ids.stream().map(EndpointId::value).collect(Collectors.joining(", "));
  }
}
