package io.belay.core.track;

import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.Asset;
import io.belay.core.practice.ChainBox;
import io.belay.core.practice.Fault;
import io.belay.core.practice.PracticeChain;
import io.belay.core.practice.PracticeNet;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.StoredChainMemory;
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

/// A whole wallet on a practice network of its own: real chain, real vault, real journal.
final class PracticeWallet implements AutoCloseable {
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
    ChainId id = ChainId.of(ChainBox.CHAIN_ID);
    Chain chain =
        new Chain(
            id,
            "Practice",
            "practice",
            new Asset(id, "PETH", 18),
            Duration.ofSeconds(1),
            new Chain.Rules(Chain.HeaderKind.ETHEREUM, true, Duration.ofMillis(500)),
            true);
    return new LiveSession(chain, endpoints(first), database, directory, clock);
  }

  /// All endpoints, as a process would open them.
  List<Endpoint> endpoints(EndpointConfig.Kind first) {
    ChainId id = ChainId.of(ChainBox.CHAIN_ID);
    Endpoint.Tools tools =
        new Endpoint.Tools(
            new JsonRpc(), NodeErrors.load(), clock, new StoredChainMemory(database, id));
    return net.endpoints().stream()
        .map(e ->
            new Endpoint(
                new EndpointConfig(
                    new EndpointId(e.id()),
                    id,
                    URI.create("practice:" + e.id()),
                    e.operator(),
                    e.operator(),
                    e.id().equals("practice-1") ? first : EndpointConfig.Kind.PRACTICE,
                    true),
                net.transport(e.id()),
                tools))
        .toList();
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
