package io.belay.app;

import io.belay.app.cli.DataDirectory;
import io.belay.app.networks.NetworkDesk;
import io.belay.app.networks.NetworkLine;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.chain.NetworkFile;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.EndpointProbe;
import io.belay.core.rpc.LocalNodes;
import io.belay.core.rpc.NewEndpoint;
import io.belay.core.rpc.NewNetwork;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.store.EndpointChoices;
import io.belay.core.store.NetworkRow;
import io.belay.core.store.UsedNetworks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The networks of a data directory as the networks page decides about them.
final class NetsDesk implements NetworkDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DataDirectory data;
  private final OpenNets nets;
  private final UsedNetworks used;

  NetsDesk(DataDirectory data, OpenNets nets) {
    this.data = data;
    this.nets = nets;
    this.used = new UsedNetworks(data.settings());
  }

  @Override
  public List<NetworkLine> lines() {
    ChainId current = nets.current().session().chain().id();
    Set<Long> added =
        data.ways().networks().all().stream().map(NetworkRow::chain).collect(Collectors.toSet());
    return data.networks().networks().stream()
        .map(network -> line(network, added.contains(network.chain().id().value()), current))
        .toList();
  }

  private NetworkLine line(KnownNetwork network, boolean added, ChainId current) {
    ChainId chain = network.chain().id();
    boolean practice = network.chain().practice();
    EndpointChoices choices = data.ways().endpoints().choices(chain.value());
    EndpointPolicy policy = practice ? EndpointPolicy.ANY : EndpointPolicy.parse(choices.policy());
    List<EndpointConfig> on =
        data.ways().all(network).stream().filter(EndpointConfig::enabled).toList();
    return new NetworkLine(
        network.chain(),
        new NetworkLine.Standing(
            network.testnet(),
            added,
            practice || used.contains(chain),
            practice || used.isDecided(chain),
            chain.equals(current)),
        on,
        policy,
        policy.allowed(on, choices.consented()).size());
  }

  private KnownNetwork real(ChainId chain) {
    KnownNetwork network = data.networks().find(chain.toString());
    if (network.chain().practice()) {
      throw new WalletException("practice-network", "the practice network is always there");
    }
    return network;
  }

  @Override
  public void begin(ChainId chain, EndpointPolicy policy) {
    real(chain);
    data.ways().endpoints().decide(chain.value(), policy.word(), false);
    used.decided(chain);
    used.use(chain, true);
    nets.changed(chain);
  }

  @Override
  public void use(ChainId chain) {
    real(chain);
    if (!used.isDecided(chain)) {
      throw new WalletException("endpoints-undecided", "which endpoints it may use comes first");
    }
    used.use(chain, true);
  }

  @Override
  public void cease(ChainId chain) {
    real(chain);
    if (data.ways().networks().isInUse(chain.value())) {
      throw new WalletException("network-in-use", "a transaction of this network is under way");
    }
    nets.close(chain, () -> used.use(chain, false));
  }

  @Override
  public void add(NetworkFile file) {
    NewNetwork added = NewNetwork.of(file, data.networks());
    data.ways().networks().add(added.network(), added.endpoints());
  }

  @Override
  public void remove(ChainId chain) {
    KnownNetwork network = real(chain);
    nets.close(chain, () -> remove(network));
  }

  private void remove(KnownNetwork network) {
    ChainId chain = network.chain().id();
    if (data.ways().networks().all().stream().noneMatch(row -> row.chain() == chain.value())) {
      throw new WalletException("built-in-network", "this network is built in and stays");
    }
    data.ways().networks().remove(chain.value());
    used.forget(chain);
    Optional<String> commands = data.settings().get(DataDirectory.CURRENT_NETWORK);
    if (commands.filter(network.chain().shortName()::equals).isPresent()) {
      data.settings().set(DataDirectory.CURRENT_NETWORK, "practice");
    }
  }

  @Override
  public List<URI> places() {
    return LocalNodes.places(Path.of(System.getProperty("user.home")));
  }

  @Override
  public void find(ChainId chain, Consumer<LocalNodes.Answer> told) throws InterruptedException {
    EndpointProbe probe = new EndpointProbe(NodeErrors.load(), data.clock(), PATIENCE);
    new LocalNodes(probe, data.ways()::transport).look(chain, places(), told);
  }

  @Override
  public void addOwn(ChainId chain, URI node) {
    KnownNetwork network = real(chain);
    data.ways()
        .endpoints()
        .add(
            new NewEndpoint(node.toString(), Optional.empty(), true)
                .row(chain, data.ways().all(network)));
    nets.changed(chain);
  }
}
