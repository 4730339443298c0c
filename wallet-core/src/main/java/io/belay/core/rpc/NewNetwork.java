package io.belay.core.rpc;

import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.chain.NetworkFile;
import io.belay.core.store.EndpointRow;
import io.belay.core.store.NetworkRow;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A network that may be added to those that are there, with its endpoints.
///
/// @param network its facts
/// @param endpoints its endpoints, none of them marked as an own node
public record NewNetwork(NetworkRow network, List<EndpointRow> endpoints) {
  /// Copies the endpoints.
  public NewNetwork {
    endpoints = List.copyOf(endpoints);
  }

  /// Checks a network against those that are there. Asks nobody.
  ///
  /// @throws WalletException `bad-chain-id`, `network-exists`, `network-name-taken`,
  ///   `bad-endpoint-url`, `plain-http`
  public static NewNetwork of(NetworkFile file, ChainRegistry registry) {
    // a file may name a number that no chain of this wallet can have
    ChainId.of(file.network().chain());
    refuseSecondOfAName(file.network(), registry);
    return new NewNetwork(file.network(), endpoints(file));
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
