package io.belay.app;

import io.belay.app.cli.DataDirectory;
import io.belay.app.cli.Ways;
import io.belay.app.trust.Fetch;
import io.belay.app.trust.HttpFetch;
import io.belay.base.ChainId;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EgressLog;
import io.belay.core.rpc.EgressTransport;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.EndpointUrl;
import io.belay.core.rpc.Endpoints;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.rpc.IpcTransport;
import io.belay.core.rpc.Operators;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.rpc.Transport;
import io.belay.core.send.SendJournal;
import io.belay.core.store.Database;
import io.belay.core.store.EgressBook;
import io.belay.core.store.EndpointBook;
import io.belay.core.store.EndpointChoices;
import io.belay.core.store.NetworkBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/// The ways to networks, as a data directory has them.
final class RealWays implements Ways, AutoCloseable {
  private final Database database;
  private final NetworkBook networks;
  private final EndpointBook endpoints;
  private final EgressBook egress;
  private final OwnAddresses addresses;
  private final DataDirectory home;
  private final ProxySetting proxy;
  private final Supplier<OkHttpClient> clients;
  private final Map<Place, Transport> opened = new ConcurrentHashMap<>();
  private Optional<OkHttpClient> client = Optional.empty();

  private record Place(ChainId chain, EndpointId endpoint) {}

  /// @param addresses the user's, which requests are searched for
  /// @param home the data directory these are the ways of
  /// @param clients makes the one client of all HTTP endpoints
  RealWays(
      Database database,
      OwnAddresses addresses,
      DataDirectory home,
      Supplier<OkHttpClient> clients) {
    this.database = database;
    this.networks = new NetworkBook(database, home.clock());
    this.endpoints = new EndpointBook(database);
    this.egress = new EgressBook(database, home.clock());
    this.addresses = addresses;
    this.home = home;
    this.proxy = new ProxySetting(home.settings(), home.clock(), home.random());
    this.clients = clients;
  }

  @Override
  public NetworkBook networks() {
    return networks;
  }

  @Override
  public EndpointBook endpoints() {
    return endpoints;
  }

  @Override
  public EgressBook egress() {
    return egress;
  }

  @Override
  public List<EndpointConfig> all(KnownNetwork network) {
    return network.chain().practice()
        ? home.practice().endpoints().stream()
            .map(endpoint -> Wiring.config(network.chain(), endpoint))
            .toList()
        : all(network, choices(network));
  }

  private List<EndpointConfig> all(KnownNetwork network, EndpointChoices choices) {
    // operators of other networks matter only where an address has to be recognised
    List<KnownNetwork> others = choices.added().isEmpty() ? List.of() : home.networks().networks();
    return Endpoints.of(network, choices, Operators.of(others));
  }

  private EndpointChoices choices(KnownNetwork network) {
    return endpoints.choices(network.chain().id().value());
  }

  /// The endpoints that a real network's session is opened with: those that are on and that the
  /// policy lets through, and doors for transactions only as far as they may be used.
  List<EndpointConfig> usable(KnownNetwork network) {
    EndpointChoices choices = choices(network);
    return EndpointPolicy.parse(choices.policy()).open(all(network, choices), choices);
  }

  @Override
  public Transport transport(EndpointConfig config) {
    if (config.kind() == EndpointConfig.Kind.PRACTICE) {
      return home.practice().transport(config.id().value());
    }
    ChainId chain = config.chainId();
    EgressTransport.Own own = addresses.with(new SendJournal(database, chain, home.clock()));
    Transport noted = new EgressTransport(carrier(config), config.id(), own, egress(chain));
    opened.put(new Place(chain, config.id()), noted);
    return noted;
  }

  private Transport carrier(EndpointConfig config) {
    if (EndpointUrl.isSocket(config.url())) {
      return new IpcTransport(config.url());
    }
    return SocksProxy.isBypassedBy(config.url())
        ? http(config, client())
        : new RoutedTransport(proxy::get, through -> http(config, client(config, through)));
  }

  private static Transport http(EndpointConfig config, OkHttpClient by) {
    return new HttpTransport(by, config.url(), config.traits().headers());
  }

  private OkHttpClient client(EndpointConfig config, Optional<SocksProxy> through) {
    return through
        .map(socks -> socks.client(client(), proxy.circuit(config)))
        .orElseGet(this::client);
  }

  @Override
  public Optional<SocksProxy> proxy() {
    return proxy.get();
  }

  @Override
  public void proxy(Optional<String> typed) {
    proxy.set(typed);
  }

  @Override
  public Fetch documents() {
    return new HttpFetch(() ->
        proxy
            .get()
            .map(socks -> socks.client(client(), proxy.circuit("documents")))
            .orElseGet(this::client));
  }

  private synchronized OkHttpClient client() {
    OkHttpClient shared = client.orElseGet(clients);
    client = Optional.of(shared);
    return shared;
  }

  /// Is told which endpoint of a network learns which address.
  EgressLog egress(ChainId chain) {
    return (endpoint, account) -> egress.told(chain.value(), endpoint.value(), account);
  }

  @Override
  public Map<EndpointId, PeerFacts> facts(ChainId chain) {
    Map<EndpointId, PeerFacts> facts = new HashMap<>();
    opened.forEach((place, transport) -> {
      if (place.chain().equals(chain)) {
        transport.facts().ifPresent(seen -> facts.put(place.endpoint(), seen));
      }
    });
    return facts;
  }

  @Override
  public void close() {
    egress.close();
  }
}
