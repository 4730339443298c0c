package io.belay.app.cli;

import io.belay.core.chain.Chain;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.BalanceChange;
import io.belay.core.send.Simulation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What would come of a transaction, in words and as JSON.
final class SimulationText {
  private SimulationText() {}

  static ObjectNode json(Simulation simulation) {
    ObjectNode json =
        Out.object()
            .put("outcome", outcome(simulation))
            .put("evidence", simulation.outcome().level().word());
    simulation.reverts().ifPresent(reason -> json.put("reason", reason.line()));
    simulation
        .changes()
        .maybe()
        .ifPresent(changes -> {
          json.put("changesEvidence", simulation.changes().level().word());
          ArrayNode list = json.putArray("changes");
          changes.forEach(change -> list.add(json(change)));
        });
    return json;
  }

  private static ObjectNode json(BalanceChange change) {
    ObjectNode json =
        Out.object()
            .put("account", change.account().toString())
            .put("difference", change.difference().toString());
    change.token().ifPresent(token -> json.put("token", token.toString()));
    return json;
  }

  private static String outcome(Simulation simulation) {
    return simulation
        .outcome()
        .maybe()
        .map(out ->
            switch (out) {
              case Simulation.Outcome.Succeeds _ -> "ok";
              case Simulation.Outcome.Reverts _ -> "reverted";
            })
        .orElse("unknown");
  }

  static List<String> lines(Simulation simulation, Asset sent, Chain chain) {
    List<String> lines = new ArrayList<>();
    String reason = simulation.reverts().map(r -> ", " + r.line()).orElse("");
    lines.add(
        "tried    " + outcome(simulation) + reason + ", " + simulation.outcome().level().word());
    simulation
        .changes()
        .maybe()
        .ifPresent(changes ->
            changes.forEach(change -> lines.add("         " + words(change, sent, chain))));
    return lines;
  }

  private static String words(BalanceChange change, Asset sent, Chain chain) {
    Wei units = Wei.of(change.difference().abs());
    String amount;
    if (change.token().isEmpty()) {
      amount = chain.currency().amount(units).toString();
    } else if (change.token().equals(sent.contract())) {
      amount = sent.amount(units).toString();
    } else {
      // a token nobody asked for: where its point stands is not known
      amount = units + " smallest units of the token " + change.token().get();
    }
    return change.account() + (change.difference().signum() < 0 ? " -" : " +") + amount;
  }
}
