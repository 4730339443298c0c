package io.belay.app.fake;

import io.belay.app.connectivity.EndpointDesk;
import io.belay.app.connectivity.NetworkSheet;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.EndpointProbe;
import io.belay.core.rpc.EndpointStatus;
import io.belay.core.rpc.Endpoints;
import io.belay.core.rpc.NewEndpoint;
import io.belay.core.rpc.Operators;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.store.EgressRow;
import io.belay.core.store.EndpointChoices;
import io.belay.core.store.EndpointRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The fake session's network and Ethereum, whose endpoints are the true ones; nobody is asked.
public final class FakeEndpointDesk implements EndpointDesk {
  public static final ChainId ETHEREUM = ChainId.of(1);
  private static final KnownNetwork KNOWN = ChainRegistry.load(Duration.ofSeconds(4)).find("1");

  public final List<String> tested = new ArrayList<>();
  public final Map<EndpointId, PeerFacts> facts = new HashMap<>();
  public final List<EgressRow> egress = new ArrayList<>();
  public Optional<String> trouble = Optional.empty();
  public volatile boolean full;
  private final List<EndpointRow> added = new ArrayList<>();
  private final Map<String, Boolean> enabled = new HashMap<>();
  private EndpointPolicy policy = EndpointPolicy.ANY;
  private boolean consented;
  private Optional<SocksProxy> proxy = Optional.empty();

  @Override
  public List<Chain> networks() {
    return List.of(FakeSession.CHAIN, KNOWN.chain());
  }

  @Override
  public NetworkSheet read(ChainId chain) {
    return chain.equals(ETHEREUM)
        ? NetworkSheet.of(KNOWN.chain(), all(), choices(), facts, egress)
        : NetworkSheet.of(FakeSession.CHAIN, given(), EndpointChoices.NONE, facts, List.of());
  }

  private EndpointChoices choices() {
    return new EndpointChoices(added, enabled, policy.word(), consented, Map.of());
  }

  private List<EndpointConfig> all() {
    return Endpoints.of(KNOWN, choices(), Operators.of(List.of(KNOWN)));
  }

  private static List<EndpointConfig> given() {
    return FakeNetwork.online().endpoints().stream().map(EndpointStatus::config).toList();
  }

  private static void real(ChainId chain) {
    if (!chain.equals(ETHEREUM)) {
      throw new WalletException("practice-network", "given");
    }
  }

  @Override
  public void add(ChainId chain, NewEndpoint endpoint) {
    real(chain);
    added.add(endpoint.row(chain, all()));
  }

  @Override
  public void remove(ChainId chain, EndpointId endpoint) {
    real(chain);
    added.removeIf(row -> row.id().equals(endpoint.value()));
  }

  @Override
  public void enable(ChainId chain, EndpointId endpoint, boolean on) {
    real(chain);
    enabled.put(endpoint.value(), on);
  }

  @Override
  public void decide(ChainId chain, EndpointPolicy chosen, boolean yes) {
    real(chain);
    if (full) {
      throw new WalletException("disk-full", "nothing was written");
    }
    policy = chosen;
    consented = yes;
  }

  @Override
  public Optional<SocksProxy> proxy() {
    return proxy;
  }

  @Override
  public void proxy(Optional<String> typed) {
    proxy = typed.map(SocksProxy::parse);
  }

  @Override
  public EndpointProbe.Report test(ChainId chain, EndpointId endpoint) {
    tested.add(endpoint.value());
    return new EndpointProbe.Report(
        trouble,
        OptionalLong.of(chain.value()),
        OptionalLong.of(23_100_412),
        Duration.ofMillis(118),
        true,
        false,
        Optional.of(
            new PeerFacts(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("reth"))));
  }
}
