package io.belay.app;

import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.Asset;
import io.belay.core.practice.ChainBox;
import io.belay.core.practice.PracticeChain;
import io.belay.core.practice.PracticeEndpoint;
import io.belay.core.practice.PracticeNet;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.state.MonotonicClock;
import io.belay.core.store.AccountBook;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.core.track.LiveSession;
import io.belay.keystore.vault.KdfCost;
import io.belay.keystore.vault.Vaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Puts a wallet on the practice network together, in one data directory.
final class PracticeWiring implements AutoCloseable {
  private static final int ENDPOINTS = 4;
  private static final Duration LEAST_POLL = Duration.ofMillis(500);

  private final InstantSource clock = new MonotonicClock();
  private final PracticeNet net;
  private final Database database;
  private final LiveSession session;
  private final AccountVaults vaults;

  PracticeWiring(Path directory, Duration blockTime) throws IOException {
    this(directory, blockTime, KdfCost.calibrated());
  }

  PracticeWiring(Path directory, Duration blockTime, KdfCost cost) throws IOException {
    Path practice = Files.createDirectories(directory.resolve("practice"));
    net =
        PracticeNet.open(
            practice, ENDPOINTS, dir -> PracticeChain.open(dir, blockTime, clock), clock);
    database = Schema.open(directory);
    session = new LiveSession(chain(blockTime), endpoints(), database, directory, clock);
    vaults =
        new AccountVaults(
            new Vaults(directory.resolve("vaults"), cost, new SecureRandom(), clock),
            new AccountBook(database, clock),
            true);
  }

  private static Chain chain(Duration blockTime) {
    ChainId id = ChainId.of(ChainBox.CHAIN_ID);
    return new Chain(
        id,
        "Practice",
        "practice",
        new Asset(id, "PETH", 18),
        blockTime,
        new Chain.Rules(Chain.HeaderKind.ETHEREUM, true, LEAST_POLL),
        true);
  }

  private List<Endpoint> endpoints() {
    ChainId id = ChainId.of(ChainBox.CHAIN_ID);
    Endpoint.Tools tools =
        new Endpoint.Tools(new JsonRpc(), NodeErrors.load(), clock, new ChainMemory(database, id));
    return net.endpoints().stream()
        .map(e -> new Endpoint(config(id, e), net.transport(e.id()), tools))
        .toList();
  }

  /// Each practice endpoint is an operator, and so a group, of its own.
  private static EndpointConfig config(ChainId id, PracticeEndpoint endpoint) {
    return new EndpointConfig(
        new EndpointId(endpoint.id()),
        id,
        URI.create("practice:" + endpoint.id()),
        endpoint.operator(),
        endpoint.operator(),
        EndpointConfig.Kind.PRACTICE,
        true);
  }

  InstantSource clock() {
    return clock;
  }

  PracticeNet net() {
    return net;
  }

  LiveSession session() {
    return session;
  }

  AccountVaults vaults() {
    return vaults;
  }

  @Override
  public void close() {
    session.close();
    net.close();
    database.close();
  }
}
