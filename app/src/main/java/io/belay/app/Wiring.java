package io.belay.app;

import io.belay.app.cli.DataDirectory;
import io.belay.app.cli.OpenNetwork;
import io.belay.app.cli.Ways;
import io.belay.app.drill.KeptDrills;
import io.belay.base.WalletException;
import io.belay.core.chain.Chain;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.practice.DrillNet;
import io.belay.core.practice.PracticeChain;
import io.belay.core.practice.PracticeEndpoint;
import io.belay.core.practice.PracticeNet;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.GoodAddresses;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.StoredAddresses;
import io.belay.core.rpc.StoredChainMemory;
import io.belay.core.rpc.Transport;
import io.belay.core.state.MonotonicClock;
import io.belay.core.store.AccountBook;
import io.belay.core.store.ContactBook;
import io.belay.core.store.Database;
import io.belay.core.store.LabelBook;
import io.belay.core.store.Schema;
import io.belay.core.store.Settings;
import io.belay.core.track.LiveSession;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Vaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/// Puts a wallet together, in one data directory: the only place that makes services. What costs
/// time to make is made at its first use.
final class Wiring implements DataDirectory {
  private final InstantSource clock = new MonotonicClock();
  private final SecureRandom random = new SecureRandom();
  private final Path directory;
  private final Database database;
  private final Settings settings;
  private final Vaults vaults;
  private final OwnAddresses addresses;
  private final RealWays ways;
  private Optional<PracticeNet> practice = Optional.empty();

  /// Opens a data directory, which is made 0700 if need be.
  ///
  /// @throws WalletException `no-data-directory`, `disk-full`, `data-newer`, `store-failed`
  Wiring(Path directory) {
    this(directory, HttpTransport::sharedClient);
  }

  /// As above, with what makes the one client of all HTTP endpoints.
  Wiring(Path directory, Function<GoodAddresses, OkHttpClient> clients) {
    this.directory = directory.toAbsolutePath();
    prepare(this.directory);
    this.database = Schema.open(this.directory);
    this.settings = new Settings(database);
    this.vaults =
        new Vaults(
            this.directory.resolve("vaults"),
            KdfCost.DEFAULT,
            random,
            clock,
            new KnownGenerations(settings));
    this.addresses = new OwnAddresses(new AccountBook(database, clock));
    this.ways =
        new RealWays(
            database, addresses, this, () -> clients.apply(new StoredAddresses(database, clock)));
  }

  private static void prepare(Path directory) {
    try {
      if (Files.isDirectory(directory)) {
        return;
      }
      if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw new WalletException("no-data-directory", "the data directory cannot be made", e);
    }
  }

  Path directory() {
    return directory;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public SecureRandom random() {
    return random;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public AccountBook accounts() {
    return addresses.book();
  }

  @Override
  public ContactBook contacts() {
    return new ContactBook(database);
  }

  @Override
  public LabelBook labels() {
    return new LabelBook(database);
  }

  @Override
  public Ways ways() {
    return ways;
  }

  @Override
  public Vaults vaults(KdfCost cost) {
    return vaults.costing(cost);
  }

  @Override
  public byte[] snapshot() {
    return database.snapshot(directory.resolve("belay.db.copy"));
  }

  @Override
  public void restore(byte[] snapshot) {
    Schema.restore(database, directory, snapshot);
  }

  @Override
  public ChainRegistry networks() {
    return ChainRegistry.load(blockTime()).plus(ways.networks().all());
  }

  private Duration blockTime() {
    return settings
        .get(PRACTICE_BLOCK_MILLIS)
        .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
        .orElse(Duration.ofSeconds(4));
  }

  @Override
  public synchronized PracticeNet practice() {
    PracticeNet net = practice.orElseGet(this::openPractice);
    practice = Optional.of(net);
    return net;
  }

  private PracticeNet openPractice() {
    int endpoints = settings.get(PRACTICE_ENDPOINTS).map(Integer::parseInt).orElse(4);
    Duration blockTime = blockTime();
    return PracticeNet.open(
        directory.resolve("practice"),
        endpoints,
        dir -> PracticeChain.open(dir, blockTime, clock),
        clock);
  }

  @Override
  public OpenNetwork openPracticeNetwork() {
    Chain chain = ChainRegistry.practice(blockTime());
    PracticeNet net = practice();
    List<EndpointConfig> configs = net.endpoints().stream().map(e -> config(chain, e)).toList();
    return open(chain, configs, config -> net.transport(config.id().value()));
  }

  /// Each practice endpoint is an operator, and so a group, of its own.
  static EndpointConfig config(Chain chain, PracticeEndpoint endpoint) {
    return new EndpointConfig(
        new EndpointId(endpoint.id()),
        chain.id(),
        URI.create("practice:" + endpoint.id()),
        endpoint.operator(),
        endpoint.operator(),
        EndpointConfig.Kind.PRACTICE,
        true);
  }

  @Override
  public OpenNetwork open(KnownNetwork network) {
    if (network.chain().practice()) {
      return openPracticeNetwork();
    }
    return open(network.chain(), ways.usable(network), ways::transport);
  }

  private Endpoint.Tools tools(Chain chain) {
    return new Endpoint.Tools(
        new JsonRpc(), NodeErrors.load(), clock, new StoredChainMemory(database, chain.id()));
  }

  @Override
  public List<Endpoint> endpoints(KnownNetwork network) {
    return network.chain().practice()
        ? endpoints(
            network.chain(), ways.all(network), config -> practice().transport(config.id().value()))
        : endpoints(network.chain(), ways.usable(network), ways::transport);
  }

  private List<Endpoint> endpoints(
      Chain chain, List<EndpointConfig> configs, Function<EndpointConfig, Transport> way) {
    Endpoint.Tools tools = tools(chain);
    return configs.stream().map(c -> new Endpoint(c, way.apply(c), tools)).toList();
  }

  private OpenNetwork open(
      Chain chain, List<EndpointConfig> configs, Function<EndpointConfig, Transport> way) {
    List<Endpoint> endpoints = endpoints(chain, configs, way);
    List<EndpointConfig> readers = configs.stream().filter(c -> c.traits().reads()).toList();
    return new OpenNetwork(
        new LiveSession(chain, endpoints, database, directory, clock),
        endpoints,
        new KeptDrills(new DrillNet(chain, readers, way), settings, clock, random));
  }

  @Override
  public void close() {
    practice.ifPresent(PracticeNet::close);
    ways.close();
    database.close();
  }
}
