package io.belay.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "list", description = "The vaults of this data directory.")
final class VaultList implements Callable<Integer> {
  private final Invocation call;

  VaultList(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    for (String name : call.keyring().names()) {
      json.addObject().put("name", name);
      lines.add(name);
    }
    if (lines.isEmpty()) {
      lines.add("no vault yet; `belay vault create` makes one");
    }
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }
}
