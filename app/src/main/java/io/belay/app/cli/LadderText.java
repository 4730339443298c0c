package io.belay.app.cli;

import io.belay.app.control.RevealsWords;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.Ladder;
import io.belay.core.send.Rung;
import io.belay.core.send.TxRecord;
import io.belay.core.store.EndpointChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A transaction's ways out in words and as JSON, each with what a person can do about it.
///
/// @param record the transaction
/// @param ladder its ways
/// @param choices what was decided about its network
/// @param chain its network's id
record LadderText(TxRecord record, Ladder ladder, EndpointChoices choices, long chain) {

  static LadderText of(TxRecord record, Invocation call) {
    ChosenEndpoints endpoints = new ChosenEndpoints(call);
    boolean practice = endpoints.network().chain().practice();
    Optional<SocksProxy> proxy = practice ? Optional.empty() : call.data().ways().proxy();
    EndpointChoices choices = endpoints.choices();
    Ladder.Ground ground = new Ladder.Ground(endpoints.all(), choices, proxy, practice);
    return new LadderText(record, Ladder.of(ground, record.attempts()), choices, endpoints.chain());
  }

  ObjectNode json() {
    ObjectNode json =
        Out.object()
            .put("hash", record.hash().toString())
            .put("chainId", chain)
            .put("state", record.state().word())
            .put("held", ladder.isHeld());
    ArrayNode rungs = json.putArray("rungs");
    for (Rung rung : ladder.rungs()) {
      ObjectNode row =
          rungs
              .addObject()
              .put("rung", rung.kind().word())
              .put("standing", rung.standing().word())
              .put("allowed", rung.isAllowed())
              .put("reveals", reveals(rung))
              .put("revealsCode", rung.reveals().code().word());
      ArrayNode endpoints = row.putArray("endpoints");
      rung.endpoints().forEach(config -> endpoints.add(config.id().value()));
      ArrayNode tried = row.putArray("tried");
      rung.tried().forEach(attempt -> tried.add(TxText.json(attempt)));
      next(rung).ifPresent(step -> row.put("next", step));
    }
    return json;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("hash     " + record.hash() + ", " + record.state().word());
    int number = 1;
    for (Rung rung : ladder.rungs()) {
      lines.add(number++ + ". " + title(rung.kind()) + ": " + standing(rung));
      for (AttemptRow row : rung.tried()) {
        lines.add("     " + TxText.outcome(row));
      }
      lines.add("   reveals: " + reveals(rung));
      next(rung).ifPresent(step -> lines.add("   next: " + step));
    }
    return lines;
  }

  private static String reveals(Rung rung) {
    return new RevealsWords(new io.belay.app.fx.Words(Locale.ENGLISH)).of(rung.reveals());
  }

  private static String title(Rung.Kind kind) {
    return switch (kind) {
      case ORDINARY -> "Public endpoints";
      case OWN_NODE -> "Your own node";
      case LAST_GOOD_DNS -> "Last good addresses, where names are not found";
      case SEQUENCER -> "The sequencer's own door";
      case PRIVATE_RELAY -> "Private relays";
      case PROXY -> "Your proxy";
      case LIFEBOAT -> "Lifeboat: by hand";
    };
  }

  private static String standing(Rung rung) {
    String who =
        rung.endpoints().isEmpty()
            ? ""
            : " ("
                + rung.endpoints().stream()
                    .map(config -> config.id().value())
                    .collect(Collectors.joining(", "))
                + ")";
    return switch (rung.standing()) {
      case HOLDS -> "holds it" + who;
      case TRIED -> "tried, nobody took it so far" + who;
      case OPEN -> "open" + who;
      case BARRED -> "switched off, or kept out by your policy" + who;
      case ABSENT -> "not there";
    };
  }

  /// What a person can do to open a rung or to use it.
  private Optional<String> next(Rung rung) {
    if (rung.kind() == Rung.Kind.LIFEBOAT) {
      return Optional.of(
          "`belay tx show "
              + record.hash()
              + " --chain "
              + chain
              + " --raw`, with --out FILE, or --qr; any wallet, node or explorer can send it");
    }
    return switch (rung.standing()) {
      case HOLDS, TRIED, OPEN -> Optional.empty();
      case BARRED -> Optional.of(unbar(rung.endpoints()));
      case ABSENT -> set(rung.kind());
    };
  }

  private String unbar(List<EndpointConfig> endpoints) {
    EndpointConfig first = endpoints.getFirst();
    String enable = "`belay endpoint enable " + first.id() + " --chain " + chain + "`";
    String policy = "`belay network policy " + chain;
    return switch (EndpointPolicy.parse(choices.policy())) {
      case OWN_ONLY -> first.kind() == Kind.OWN ? enable : policy + " trusted`, and " + enable;
      case ASK -> choices.consented() ? enable : policy + " ask --yes`, and " + enable;
      case TRUSTED, ANY -> enable;
    };
  }

  private Optional<String> set(Rung.Kind kind) {
    return switch (kind) {
      case OWN_NODE -> Optional.of("`belay endpoint add URL --own --chain " + chain + "`");
      case PROXY -> Optional.of("`belay network proxy socks5://127.0.0.1:9050`, where Tor runs");
      case ORDINARY -> Optional.of("`belay endpoint add URL --chain " + chain + "`");
      case LAST_GOOD_DNS, SEQUENCER, PRIVATE_RELAY, LIFEBOAT -> Optional.empty();
    };
  }
}
