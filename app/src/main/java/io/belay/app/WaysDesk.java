package io.belay.app;

import io.belay.app.cli.DataDirectory;
import io.belay.app.connectivity.EndpointDesk;
import io.belay.app.connectivity.NetworkSheet;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.EndpointProbe;
import io.belay.core.rpc.NewEndpoint;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.store.EndpointChoices;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The endpoints of a data directory's networks as the connectivity page decides about them.
final class WaysDesk implements EndpointDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final DataDirectory data;
  private final Consumer<ChainId> changed;
  // a connection shows all but the node software, which only a test asks for
  private final Map<Place, PeerFacts> tested = new ConcurrentHashMap<>();

  private record Place(ChainId chain, EndpointId endpoint) {}

  /// @param changed told which network's endpoints were decided about
  WaysDesk(DataDirectory data, Consumer<ChainId> changed) {
    this.data = data;
    this.changed = changed;
  }

  @Override
  public List<Chain> networks() {
    return data.networks().networks().stream().map(KnownNetwork::chain).toList();
  }

  @Override
  public NetworkSheet read(ChainId chain) {
    KnownNetwork network = network(chain);
    EndpointChoices choices = data.ways().endpoints().choices(chain.value());
    return NetworkSheet.of(
        network.chain(),
        data.ways().all(network),
        choices,
        facts(chain),
        data.ways().egress().rows(chain.value()));
  }

  private KnownNetwork network(ChainId chain) {
    return data.networks().find(chain.toString());
  }

  private KnownNetwork real(ChainId chain) {
    KnownNetwork network = network(chain);
    if (network.chain().practice()) {
      throw new WalletException("practice-network", "the practice network's endpoints are given");
    }
    return network;
  }

  private Map<EndpointId, PeerFacts> facts(ChainId chain) {
    Map<EndpointId, PeerFacts> facts = new HashMap<>(data.ways().facts(chain));
    tested.forEach((place, seen) -> {
      if (place.chain().equals(chain)) {
        facts.put(place.endpoint(), seen);
      }
    });
    return facts;
  }

  @Override
  public void add(ChainId chain, NewEndpoint endpoint) {
    KnownNetwork network = real(chain);
    data.ways().endpoints().add(endpoint.row(chain, data.ways().all(network)));
    changed.accept(chain);
  }

  @Override
  public void remove(ChainId chain, EndpointId endpoint) {
    long id = real(chain).chain().id().value();
    if (!data.ways().endpoints().remove(id, endpoint.value())) {
      throw new WalletException("unknown-endpoint", "there is no such added endpoint");
    }
    tested.remove(new Place(chain, endpoint));
    changed.accept(chain);
  }

  @Override
  public void enable(ChainId chain, EndpointId endpoint, boolean on) {
    data.ways().endpoints().choose(real(chain).chain().id().value(), endpoint.value(), on);
    changed.accept(chain);
  }

  @Override
  public void decide(ChainId chain, EndpointPolicy policy, boolean consented) {
    data.ways().endpoints().decide(real(chain).chain().id().value(), policy.word(), consented);
    changed.accept(chain);
  }

  @Override
  public Optional<SocksProxy> proxy() {
    return data.ways().proxy();
  }

  @Override
  public void proxy(Optional<String> typed) {
    data.ways().proxy(typed);
  }

  @Override
  public EndpointProbe.Report test(ChainId chain, EndpointId endpoint) throws InterruptedException {
    NetworkSheet sheet = read(chain);
    EndpointConfig config =
        sheet.endpoints().stream()
            .filter(c -> c.id().equals(endpoint))
            .findFirst()
            .orElseThrow(
                () -> new WalletException("unknown-endpoint", "there is no such endpoint"));
    if (!sheet.isTestable(config)) {
      throw new WalletException("policy-forbids", "the network's policy keeps it out");
    }
    EndpointProbe probe = new EndpointProbe(NodeErrors.load(), data.clock(), PATIENCE);
    EndpointProbe.Report report = probe.ask(config, data.ways().transport(config));
    report.facts().ifPresent(seen -> tested.put(new Place(chain, endpoint), seen));
    return report;
  }
}
