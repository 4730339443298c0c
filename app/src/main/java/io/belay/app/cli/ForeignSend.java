package io.belay.app.cli;

import io.belay.core.rpc.Endpoint;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.TxState;
import io.belay.core.state.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sends a transaction that the journal does not hold, once, over all that may be used, and says
/// what each endpoint answered.
///
/// @param call the call
/// @param text the transaction
record ForeignSend(Invocation call, RawTxText text) {

  ExitCode run() throws InterruptedException {
    List<Endpoint> endpoints = call.network().endpoints();
    Map<String, AttemptRow> rows = new ConcurrentSkipListMap<>();
    BroadcastReport report =
        new Broadcaster(
                endpoints,
                (hash, row) -> rows.put(row.endpoint().value(), row),
                Timing.real(call.data().clock()),
                () -> {})
            .broadcast(text.tx().signed());
    TxState state = state(report.verdict());
    ObjectNode json =
        text.json()
            .put("state", state.word())
            .put("evidence", state == TxState.ACCEPTED ? "single" : "unknown");
    List<String> lines = new ArrayList<>();
    lines.add("hash     " + text.tx().signed().hash());
    lines.add("state    " + words(report.verdict()));
    ArrayNode answers = json.putArray("endpoints");
    for (AttemptRow row : rows.values()) {
      ObjectNode answer = TxText.json(row);
      lines.add("         " + TxText.outcome(row) + ", " + row.millis() + " ms" + byList(row));
      answers.add(answer.put("chainByList", isByList(row)));
    }
    call.out().result(json, lines);
    return code(report.verdict());
  }

  private boolean isByList(AttemptRow row) {
    return call.network().endpoints().stream()
        .anyMatch(e -> e.id().equals(row.endpoint()) && e.isChainByTheList());
  }

  private String byList(AttemptRow row) {
    return isByList(row) ? ", does not tell its network itself" : "";
  }

  private static TxState state(BroadcastReport.Verdict verdict) {
    return switch (verdict) {
      case SUBMITTED -> TxState.ACCEPTED;
      case REJECTED -> TxState.REJECTED;
      case NOT_SENT -> TxState.SIGNED;
      case UNKNOWN -> TxState.UNKNOWN;
    };
  }

  private static String words(BroadcastReport.Verdict verdict) {
    return switch (verdict) {
      case SUBMITTED ->
          "accepted; Belay does not follow it: look its hash up until it is in a block";
      case REJECTED -> "rejected by several operators; nobody can be holding it";
      case NOT_SENT -> "not sent: no endpoint was reached";
      case UNKNOWN ->
          "unknown: nobody said that it took it, and somebody may hold it; look its hash up";
    };
  }

  private static ExitCode code(BroadcastReport.Verdict verdict) {
    return switch (verdict) {
      case SUBMITTED -> ExitCode.DONE;
      case REJECTED -> ExitCode.REFUSED;
      case NOT_SENT -> ExitCode.NO_WAY;
      case UNKNOWN -> ExitCode.NOT_YET;
    };
  }
}
