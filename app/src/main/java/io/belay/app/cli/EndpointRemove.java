package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointConfig;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove an endpoint that was added.")
final class EndpointRemove implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "the endpoint")
  String id = "";

  private final Invocation call;

  EndpointRemove(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    ChosenEndpoints endpoints = new ChosenEndpoints(call).real();
    EndpointConfig config = endpoints.find(id);
    if (!call.data().ways().endpoints().remove(endpoints.chain(), config.id().value())) {
      throw new WalletException(
          "built-in-endpoint",
          "this endpoint is built in; `belay endpoint disable` switches it off");
    }
    call.out()
        .result(Out.object().put("id", config.id().value()), List.of(config.id() + " is removed"));
    return ExitCode.DONE.number();
  }
}
