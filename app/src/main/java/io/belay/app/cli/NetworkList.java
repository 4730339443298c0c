package io.belay.app.cli;

import io.belay.core.chain.KnownNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "list", description = "The networks; the current one is marked.")
final class NetworkList implements Callable<Integer> {
  private final Invocation call;

  NetworkList(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    KnownNetwork current = call.known();
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    for (KnownNetwork network : call.data().networks().networks()) {
      boolean isCurrent = network.chain().id().equals(current.chain().id());
      int endpoints = network.chain().practice() ? 0 : call.data().ways().all(network).size();
      var row =
          json.addObject()
              .put("chainId", network.chain().id().value())
              .put("name", network.chain().name())
              .put("shortName", network.chain().shortName())
              .put("currency", network.chain().currency().symbol())
              .put("testnet", network.testnet())
              .put("practice", network.chain().practice())
              .put("current", isCurrent);
      if (!network.chain().practice()) {
        row.put("endpoints", endpoints);
      }
      lines.add(
          (isCurrent ? "* " : "  ")
              + network.chain().name()
              + " ("
              + network.chain().id()
              + ", "
              + network.chain().shortName()
              + ")"
              + (network.chain().practice() ? "" : ", " + endpoints + " endpoints"));
    }
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }
}
