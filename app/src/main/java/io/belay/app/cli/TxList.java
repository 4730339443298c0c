package io.belay.app.cli;

import io.belay.core.send.TxRecord;
import io.belay.core.track.ChainSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "list", description = "This network's transactions, newest first.")
final class TxList implements Callable<Integer> {
  private final Invocation call;

  TxList(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    call.round();
    ChainSession session = call.network().session();
    TokenAmount.ask(session.activity().get(), session);
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    for (TxRecord record : session.activity().get()) {
      json.add(TxText.json(record, session));
      lines.add(TxText.line(record, session));
    }
    if (lines.isEmpty()) {
      lines.add("no transaction on " + session.chain().name() + " yet");
    }
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }
}
