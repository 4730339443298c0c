package io.belay.app.cli;

import io.belay.core.chain.KnownNetwork;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "use", description = "Make a network the one that commands mean.")
final class NetworkUse implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "its id, name or short name")
  String name = "";

  private final Invocation call;

  NetworkUse(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    KnownNetwork network = call.data().networks().find(name);
    call.data().settings().set(DataDirectory.CURRENT_NETWORK, network.chain().shortName());
    call.out()
        .result(
            Out.object()
                .put("chainId", network.chain().id().value())
                .put("name", network.chain().name()),
            List.of("commands now mean " + network.chain().name()));
    return ExitCode.DONE.number();
  }
}
