package io.belay.app.cli;

import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "list", description = "The network's endpoints.")
final class EndpointList implements Callable<Integer> {
  private final Invocation call;

  EndpointList(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    for (EndpointConfig config : configs()) {
      json.addObject()
          .put("id", config.id().value())
          .put("chainId", config.chainId().value())
          .put("url", config.shownUrl())
          .put("operator", config.operator())
          .put("group", config.group())
          .put("kind", config.kind().word())
          .put("enabled", config.enabled());
      lines.add(
          config.id()
              + "  "
              + config.shownUrl()
              + "  "
              + config.operator()
              + ", "
              + config.kind().word()
              + (config.enabled() ? "" : ", off"));
    }
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }

  private List<EndpointConfig> configs() {
    KnownNetwork network = call.known();
    return network.chain().practice()
        ? call.network().endpoints().stream().map(Endpoint::config).toList()
        : EndpointConfig.of(network);
  }
}
