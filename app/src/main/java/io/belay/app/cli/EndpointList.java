package io.belay.app.cli;

import io.belay.core.rpc.EndpointConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "list", description = "The network's endpoints.")
final class EndpointList implements Callable<Integer> {
  @Option(
      names = "--reveal",
      description = "addresses and headers as they are, with the keys that they may hold")
  boolean reveal;

  private final Invocation call;

  EndpointList(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ChosenEndpoints endpoints = new ChosenEndpoints(call);
    ArrayNode json = Out.array();
    List<String> lines = new ArrayList<>();
    for (EndpointConfig config : endpoints.all()) {
      EndpointText text = endpoints.text(config, reveal);
      json.add(text.json());
      lines.add(text.line());
    }
    call.out().result(json, lines);
    return ExitCode.DONE.number();
  }
}
