package io.belay.core.track;

import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.Asset;
import io.belay.core.practice.ChainBox;
import io.belay.core.practice.Fault;
import io.belay.core.practice.PracticeChain;
import io.belay.core.practice.PracticeEndpoint;
import io.belay.core.practice.PracticeNet;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointTraits;
import io.belay.core.rpc.EndpointTraits.Use;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.SecretHeaders;
import io.belay.core.rpc.StoredChainMemory;
import io.belay.core.rpc.Transport;
import io.belay.core.state.MonotonicClock;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.keystore.AccountRef;
import io.belay.keystore.hd.Mnemonic;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Password;
import io.belay.keystore.vault.Unlocked;
import io.belay.keystore.vault.Vaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A whole wallet on a practice network of its own: real chain, real vault, real journal.
final class PracticeWallet implements AutoCloseable {
  private static final ChainId ID = ChainId.of(ChainBox.CHAIN_ID);

  final InstantSource clock = new MonotonicClock();
  final PracticeNet net;
  final Database database;
  final Unlocked vault;
  private final Path directory;

  PracticeWallet(Path directory) throws IOException {
    this.directory = directory;
    Path chain = Files.createDirectories(directory.resolve("practice"));
    net =
        PracticeNet.open(
            chain, 4, dir -> PracticeChain.open(dir, Duration.ofSeconds(1), clock), clock);
    database = Schema.open(directory);
    try (Mnemonic words = Mnemonic.random(12, new SecureRandom());
        Password password = Password.of("practice password".toCharArray())) {
      vault =
          new Vaults(
                  directory.resolve("vaults"),
                  new KdfCost(16 * 1024, 1, 1),
                  new SecureRandom(),
                  clock)
              .create("main", true, words, password)
              .unlock(password);
    }
  }

  AccountRef account() {
    return vault.accounts().getFirst().ref();
  }

  /// A session as another process would open it: nothing remembered but what is on disk.
  LiveSession session() {
    return session(EndpointConfig.Kind.PRACTICE);
  }

  /// As above, where the first endpoint is something else than the others.
  LiveSession session(EndpointConfig.Kind first) {
    return session(endpoints(first));
  }

  /// As above, over endpoints of its own.
  LiveSession session(List<Endpoint> endpoints) {
    Chain chain =
        new Chain(
            ID,
            "Practice",
            "practice",
            new Asset(ID, "PETH", 18),
            Duration.ofSeconds(1),
            new Chain.Rules(Chain.HeaderKind.ETHEREUM, true, Duration.ofMillis(500)),
            true);
    return new LiveSession(chain, endpoints, database, directory, clock);
  }

  /// All endpoints, as a process would open them.
  List<Endpoint> endpoints(EndpointConfig.Kind first) {
    return endpoints(
        e -> e.id().equals("practice-1") ? config(e, first, true, EndpointTraits.PLAIN) : plain(e),
        (config, transport) -> transport);
  }

  /// As above, where each endpoint's part and way are chosen.
  List<Endpoint> endpoints(
      Function<PracticeEndpoint, EndpointConfig> part,
      BiFunction<EndpointConfig, Transport, Transport> way) {
    Endpoint.Tools tools =
        new Endpoint.Tools(
            new JsonRpc(), NodeErrors.load(), clock, new StoredChainMemory(database, ID));
    return net.endpoints().stream()
        .map(e -> {
          EndpointConfig config = part.apply(e);
          return new Endpoint(config, way.apply(config, net.transport(e.id())), tools);
        })
        .toList();
  }

  /// An endpoint like all others.
  static EndpointConfig plain(PracticeEndpoint e) {
    return config(e, EndpointConfig.Kind.PRACTICE, true, EndpointTraits.PLAIN);
  }

  /// An endpoint that is used for nothing but this.
  ///
  /// @param enabled whether it is on from the beginning
  static EndpointConfig only(PracticeEndpoint e, Use use, boolean enabled) {
    EndpointTraits traits =
        new EndpointTraits(
            EndpointTraits.Tracking.NONE, Set.of(use), SecretHeaders.NONE, false, false, false);
    return config(e, EndpointConfig.Kind.PRACTICE, enabled, traits);
  }

  private static EndpointConfig config(
      PracticeEndpoint e, EndpointConfig.Kind kind, boolean enabled, EndpointTraits traits) {
    return new EndpointConfig(
        new EndpointId(e.id()),
        ID,
        URI.create("practice:" + e.id()),
        e.operator(),
        e.operator(),
        kind,
        enabled,
        traits);
  }

  void all(Fault fault) {
    net.endpoints().forEach(e -> net.setFault(e.id(), fault));
  }

  @Override
  public void close() {
    vault.close();
    database.close();
    net.close();
  }
}
