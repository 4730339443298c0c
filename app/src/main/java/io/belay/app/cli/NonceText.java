package io.belay.app.cli;

import io.belay.core.send.NonceChart;
import io.belay.core.send.NonceSlot;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An account's nonces in words and as JSON.
final class NonceText {
  private NonceText() {}

  static ObjectNode json(NonceChart chart) {
    ObjectNode json = Out.object().put("account", chart.account().toString());
    chart.onChain().maybe().ifPresent(nonce -> json.put("nonce", nonce));
    json.put("evidence", chart.onChain().level().word()).put("next", chart.next());
    ArrayNode slots = json.putArray("slots");
    chart.slots().forEach(slot -> slots.add(json(slot)));
    return json;
  }

  private static ObjectNode json(NonceSlot slot) {
    ObjectNode json = Out.object().put("nonce", slot.nonce()).put("state", slot.kind().word());
    slot.ours().ifPresent(hash -> json.put("hash", hash.toString()));
    ArrayNode groups = json.putArray("seenBy");
    slot.seenBy().forEach(groups::add);
    return json.put("repair", slot.kind().repair().word());
  }

  static List<String> lines(NonceChart chart) {
    List<String> lines = new ArrayList<>();
    String mined = chart.onChain().maybe().map(String::valueOf).orElse("not known");
    lines.add("mined    below " + mined + ", " + chart.onChain().level().word());
    lines.add("next     " + chart.next());
    for (NonceSlot slot : chart.slots()) {
      lines.add(
          "%-8d %s%s%s"
              .formatted(
                  slot.nonce(),
                  says(slot),
                  slot.ours().map(hash -> "  " + hash).orElse(""),
                  advice(slot)));
    }
    return lines;
  }

  private static String says(NonceSlot slot) {
    return switch (slot.kind()) {
      case MINED -> "mined";
      case IN_POOL -> "in the pools of " + String.join(", ", slot.seenBy());
      case STUCK -> "waiting for long in the pools of " + String.join(", ", slot.seenBy());
      case UNSEEN -> "signed, and no pool holds it";
      case GAP -> "nothing, and later ones wait for it";
      case FOREIGN -> "taken by another wallet's transaction of this account";
    };
  }

  private static String advice(NonceSlot slot) {
    return switch (slot.kind().repair()) {
      case NONE -> "";
      case RESEND -> "; --repair sends it again";
      case FILL -> "; --repair fills it with a payment of nothing to yourself";
      case REPLACE -> "; `belay tx speed-up` signs it again for more";
      case ADOPT -> slot.ours().isPresent() ? "; --repair sets yours aside" : "; it is let be";
    };
  }
}
