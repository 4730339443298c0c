package io.belay.app.cli;

import io.belay.core.chain.NetworkFile;
import io.belay.core.rpc.NewNetwork;
import io.belay.core.store.EndpointRow;
import io.belay.core.store.NetworkRow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Add a network from a JSON file, as lists of chains have it. Nothing is asked.")
final class NetworkAdd implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "chainId, name, nativeCurrency, rpc; - reads standard input")
  String file = "";

  private final Invocation call;

  NetworkAdd(Invocation call) {
    this.call = call;
  }

  @Override
  public Integer call() {
    NetworkFile read =
        NetworkFile.parse(Input.fileOrStandardInput(file, NetworkFile.MAX_BYTES, call));
    NewNetwork added = NewNetwork.of(read, call.data().networks());
    NetworkRow network = added.network();
    List<EndpointRow> endpoints = added.endpoints();
    call.data().ways().networks().add(network, endpoints);
    call.out()
        .result(
            Out.object()
                .put("chainId", network.chain())
                .put("name", network.name())
                .put("shortName", network.shortName())
                .put("endpoints", endpoints.size()),
            List.of(
                network.name()
                    + " ("
                    + network.chain()
                    + ", "
                    + network.shortName()
                    + ") is added with "
                    + endpoints.size()
                    + " endpoints; `belay endpoint test --chain "
                    + network.chain()
                    + "` asks them"));
    return ExitCode.DONE.number();
  }
}
