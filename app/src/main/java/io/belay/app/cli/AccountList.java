package io.belay.app.cli;

import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "list", description = "The accounts; needs no password.")
final class AccountList implements Callable<Integer> {
  private final Invocation call;

  AccountList(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    for (AccountEntry entry : call.accounts().all()) {
      json.add(json(entry));
      lines.add(line(entry));
    }
    if (lines.isEmpty()) {
      lines.add("no account yet; `belay vault create` makes the first");
    }
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }

  static ObjectNode json(AccountEntry entry) {
    return Out.object()
        .put("address", entry.ref().address().toString())
        .put("name", entry.name())
        .put("path", entry.path())
        .put("kind", entry.kind());
  }

  static String line(AccountEntry entry) {
    return entry.ref().address() + "  " + entry.name() + "  " + entry.path();
  }
}
