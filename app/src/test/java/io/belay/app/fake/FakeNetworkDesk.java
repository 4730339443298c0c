package io.belay.app.fake;

import io.belay.app.networks.NetworkDesk;
import io.belay.app.networks.NetworkLine;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.chain.NetworkFile;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.EndpointProbe;
import io.belay.core.rpc.Endpoints;
import io.belay.core.rpc.LocalNodes;
import io.belay.core.rpc.NewEndpoint;
import io.belay.core.rpc.NewNetwork;
import io.belay.core.rpc.Operators;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.store.EndpointChoices;
import io.belay.core.store.EndpointRow;
import io.belay.core.store.NetworkRow;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// The true networks in memory; nobody is asked.
public final class FakeNetworkDesk implements NetworkDesk {
  public static final URI NODE = URI.create("http://127.0.0.1:8545/");
  public static final URI OTHER = URI.create("http://127.0.0.1:8546/");
  public static final URI SOCKET = URI.create("ipc:/home/me/.ethereum/geth.ipc");

  /// What was done, in order.
  public final List<String> done = new ArrayList<>();

  public Optional<String> fails = Optional.empty();

  /// Whether a search finds a node.
  public boolean node = true;

  /// Where it is held, a search does not end before it is cancelled.
  public Optional<CountDownLatch> held = Optional.empty();

  public ChainId current = FakeSession.CHAIN.id();
  private final Set<ChainId> used = new HashSet<>();
  private final Set<ChainId> decided = new HashSet<>();
  private final Map<ChainId, EndpointPolicy> policies = new HashMap<>();
  private final List<NetworkRow> added = new ArrayList<>();
  private final List<EndpointRow> endpoints = new ArrayList<>();

  private ChainRegistry registry() {
    return ChainRegistry.load(Duration.ofSeconds(4)).plus(added);
  }

  @Override
  public List<NetworkLine> lines() {
    return registry().networks().stream().map(this::line).toList();
  }

  private NetworkLine line(KnownNetwork network) {
    ChainId chain = network.chain().id();
    boolean practice = network.chain().practice();
    List<EndpointConfig> on =
        practice
            ? FakeNetwork.online().endpoints().stream().map(e -> e.config()).toList()
            : all(network).stream().filter(EndpointConfig::enabled).toList();
    EndpointPolicy policy = policies.getOrDefault(chain, EndpointPolicy.ANY);
    return new NetworkLine(
        network.chain(),
        new NetworkLine.Standing(
            network.testnet(),
            added.stream().anyMatch(row -> row.chain() == chain.value()),
            practice || used.contains(chain),
            practice || decided.contains(chain),
            chain.equals(current)),
        on,
        policy,
        policy.allowed(on, false).size());
  }

  private List<EndpointConfig> all(KnownNetwork network) {
    long chain = network.chain().id().value();
    EndpointChoices choices =
        new EndpointChoices(
            endpoints.stream().filter(row -> row.chain() == chain).toList(),
            Map.of(),
            "any",
            false,
            Map.of());
    return Endpoints.of(network, choices, Operators.of(registry().networks()));
  }

  private void note(String deed) {
    fails.ifPresent(code -> {
      throw new WalletException(code, "as the test wants it");
    });
    done.add(deed);
  }

  @Override
  public void begin(ChainId chain, EndpointPolicy policy) {
    note("begin " + chain + " " + policy.word());
    decided.add(chain);
    policies.put(chain, policy);
    used.add(chain);
  }

  @Override
  public void use(ChainId chain) {
    note("use " + chain);
    used.add(chain);
  }

  @Override
  public void cease(ChainId chain) {
    if (chain.equals(current)) {
      throw new WalletException("network-looked-at", "it is the current one");
    }
    note("cease " + chain);
    used.remove(chain);
  }

  @Override
  public void add(NetworkFile file) {
    NewNetwork fresh = NewNetwork.of(file, registry());
    note("add " + fresh.network().chain());
    added.add(fresh.network());
    endpoints.addAll(fresh.endpoints());
  }

  @Override
  public void remove(ChainId chain) {
    note("remove " + chain);
    added.removeIf(row -> row.chain() == chain.value());
    endpoints.removeIf(row -> row.chain() == chain.value());
  }

  @Override
  public List<URI> places() {
    return List.of(NODE, OTHER, SOCKET);
  }

  @Override
  public void find(ChainId chain, Consumer<LocalNodes.Answer> told) throws InterruptedException {
    note("find " + chain);
    told.accept(new LocalNodes.Answer(SOCKET, Optional.empty()));
    if (held.isPresent()) {
      held.get().await();
    }
    told.accept(
        node ? new LocalNodes.Answer(NODE, Optional.of(good(chain))) : refused(NODE, "refused", 0));
    told.accept(node ? refused(OTHER, "wrong-chain", 100) : refused(OTHER, "refused", 0));
  }

  private static LocalNodes.Answer refused(URI place, String code, long chain) {
    return new LocalNodes.Answer(
        place,
        Optional.of(
            new EndpointProbe.Report(
                Optional.of(code),
                chain == 0 ? OptionalLong.empty() : OptionalLong.of(chain),
                OptionalLong.empty(),
                Duration.ofMillis(1),
                false,
                false,
                Optional.empty())));
  }

  private static EndpointProbe.Report good(ChainId chain) {
    return new EndpointProbe.Report(
        Optional.empty(),
        OptionalLong.of(chain.value()),
        OptionalLong.of(23_100_412),
        Duration.ofMillis(2),
        true,
        true,
        Optional.of(
            new PeerFacts(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("reth"))));
  }

  @Override
  public void addOwn(ChainId chain, URI node) {
    note("own " + chain + " " + node);
    KnownNetwork network = registry().find(chain.toString());
    endpoints.add(
        new NewEndpoint(node.toString(), Optional.empty(), true).row(chain, all(network)));
  }
}
