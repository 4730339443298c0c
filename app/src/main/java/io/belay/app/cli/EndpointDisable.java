package io.belay.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "disable", description = "Keep Belay from using an endpoint.")
final class EndpointDisable implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "the endpoint")
  String id = "";

  private final Invocation call;

  EndpointDisable(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ChosenEndpoints endpoints = new ChosenEndpoints(call).real();
    String found = endpoints.find(id).id().value();
    call.data().ways().endpoints().choose(endpoints.chain(), found, false);
    EndpointText text = endpoints.text(endpoints.find(found), false);
    call.out().result(text.json(), List.of(text.line()));
    return ExitCode.DONE.number();
  }
}
