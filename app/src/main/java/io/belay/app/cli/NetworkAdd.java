package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.chain.NetworkFile;
import io.belay.core.rpc.EndpointUrl;
import io.belay.core.store.EndpointRow;
import io.belay.core.store.NetworkRow;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    refuseSecondOfAName(read.network(), call.data().networks());
    List<EndpointRow> endpoints = endpoints(read);
    call.data().ways().networks().add(read.network(), endpoints);
    NetworkRow network = read.network();
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

  /// A name is how people tell networks apart: no second one may look like the first.
  private static void refuseSecondOfAName(NetworkRow added, ChainRegistry registry) {
    for (KnownNetwork known : registry.networks()) {
      Chain chain = known.chain();
      if (chain.id().value() == added.chain()) {
        throw new WalletException("network-exists", "this network is there already");
      }
      boolean same =
          Stream.of(added.name(), added.shortName())
              .anyMatch(name ->
                  name.equalsIgnoreCase(chain.name())
                      || name.equalsIgnoreCase(chain.shortName())
                      || name.equals(chain.id().toString()));
      if (same) {
        throw new WalletException(
            "network-name-taken", "another network, " + chain.id() + ", has this name");
      }
    }
  }

  private static List<EndpointRow> endpoints(NetworkFile file) {
    List<EndpointRow> rows = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String url : file.urls()) {
      URI address = EndpointUrl.parse(url);
      String id = EndpointUrl.freshId(address, taken).value();
      taken.add(id);
      rows.add(new EndpointRow(file.network().chain(), id, address.toString(), "", false, ""));
    }
    return rows;
  }
}
