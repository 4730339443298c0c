package io.belay.app.cli;

import io.belay.base.Bytes32;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.Connectivity;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.rpc.Independence;
import io.belay.core.state.Observed;
import io.belay.core.store.EgressRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "connectivity",
    description = "How well the network is reached: mode, heads, groups, each endpoint.")
final class ConnectivityShow implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Option(names = "--watch", description = "again every two seconds, until interrupted")
  boolean watch;

  @Option(
      names = "--egress",
      description = "instead: which endpoint was told which of your addresses; nothing is asked")
  boolean egress;

  private final Invocation call;

  ConnectivityShow(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (egress) {
      List<EgressRow> rows = call.data().ways().egress().rows(call.known().chain().id().value());
      call.out().result(EgressText.json(rows), EgressText.lines(rows));
      return ExitCode.DONE.number();
    }
    Connectivity now = look();
    while (watch) {
      Thread.sleep(PAUSE);
      now = look();
    }
    return switch (now.mode()) {
      case STALE -> ExitCode.NO_WAY.number();
      case DISPUTED, HALT -> ExitCode.REFUSED.number();
      case STARTING, ONLINE, DEGRADED -> ExitCode.DONE.number();
    };
  }

  private Connectivity look() throws InterruptedException {
    call.network().session().refresh();
    Connectivity now = call.network().session().connectivity().get();
    Instant at = call.data().clock().instant();
    ObjectNode json = json(now, at);
    List<String> lines = new ArrayList<>(lines(now));
    if (!call.known().chain().practice()) {
      Independence found = independence(now);
      json.set("independence", IndependenceText.json(found));
      lines.addAll(IndependenceText.lines(found));
    }
    call.out().result(json, lines);
    return now;
  }

  private Independence independence(Connectivity now) {
    List<EndpointConfig> used = now.endpoints().stream().map(EndpointStatus::config).toList();
    return Independence.of(
        used, call.data().ways().all(call.known()), call.data().ways().facts(now.chainId()));
  }

  private static ObjectNode json(Connectivity now, Instant at) {
    ObjectNode json =
        Out.object().put("chainId", now.chainId().value()).put("mode", now.mode().word());
    block(json.putObject("head"), now.head(), at);
    block(json.putObject("finalized"), now.finalized(), at);
    json.put("groups", now.groupsUp()).put("groupsInAll", now.groups());
    ArrayNode endpoints = json.putArray("endpoints");
    now.endpoints().forEach(status -> endpoints.add(json(status)));
    return json;
  }

  private static void block(ObjectNode json, Observed<BlockRef> block, Instant at) {
    json.put("evidence", block.level().word());
    block.maybe().ifPresent(ref -> json.put("number", ref.number()).put("hash", text(ref.hash())));
    block.proof().ifPresent(proof -> json.put("ageMs", proof.age(at).toMillis()));
  }

  private static String text(Bytes32 hash) {
    return hash.toString();
  }

  private static ObjectNode json(EndpointStatus status) {
    ObjectNode json =
        Out.object()
            .put("id", status.config().id().value())
            .put("operator", status.config().operator())
            .put("group", status.config().group())
            .put("state", status.state().word());
    ObjectNode latency = json.putObject("latencyMs");
    status.p50().ifPresent(ms -> latency.put("p50", ms));
    status.p90().ifPresent(ms -> latency.put("p90", ms));
    status.height().ifPresent(height -> json.put("height", height));
    status.behind().ifPresent(behind -> json.put("lagMs", behind.toMillis()));
    ArrayNode blamed = json.putArray("blamed");
    status
        .blamed()
        .forEach(blame ->
            blamed
                .addObject()
                .put("code", blame.code())
                .put("detail", blame.detail())
                .put("at", blame.at().toString()));
    status.nextRetry().ifPresent(wait -> json.put("nextRetryMs", wait.toMillis()));
    return json;
  }

  private static List<String> lines(Connectivity now) {
    List<String> lines = new ArrayList<>();
    lines.add(now.mode().word() + ", " + now.groupsUp() + " of " + now.groups() + " groups up");
    lines.add("head       " + text(now.head()));
    lines.add("finalized  " + text(now.finalized()));
    for (EndpointStatus status : now.endpoints()) {
      lines.add(
          status.config().id()
              + "  "
              + status.state().word()
              + (status.p50().isPresent() ? ", " + status.p50().getAsInt() + " ms" : "")
              + (status.height().isPresent() ? ", at " + status.height().getAsLong() : "")
              + (status.blamed().isEmpty()
                  ? ""
                  : ", blamed: " + status.blamed().getFirst().detail()));
    }
    return lines;
  }

  private static String text(Observed<BlockRef> block) {
    return block.maybe().map(ref -> ref.number() + ", ").orElse("") + block.level().word();
  }
}
