package io.belay.core.practice;

import io.belay.base.ChainId;
import io.belay.core.chain.ChainRegistry;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.NodeErrors;
import io.belay.core.rpc.Reader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The engine over simulated endpoints: `a`, `b`, `c`, …, each a group of its own.
final class SimNet {
  private static final NodeErrors ERRORS = NodeErrors.load();

  private final SimWorld world;
  private final ChainMemory memory;
  private final Endpoint.Tools tools;
  private final List<SimEndpoint> endpoints = new ArrayList<>();
  private final List<Endpoint> engine = new ArrayList<>();

  SimNet(SimWorld world, ChainMemory memory, RandomGenerator random) {
    this.world = world;
    this.memory = memory;
    this.tools = new Endpoint.Tools(new JsonRpc(), ERRORS, world.time(), memory, random);
  }

  /// The next endpoint's name.
  String nextId() {
    return Character.toString('a' + endpoints.size());
  }

  void add(SimEndpoint endpoint) {
    String id = nextId();
    endpoints.add(endpoint);
    engine.add(
        new Endpoint(
            new EndpointConfig(
                new EndpointId(id),
                ChainId.of(ChainBox.CHAIN_ID),
                URI.create("practice:" + id),
                id,
                id,
                EndpointConfig.Kind.PROVIDER,
                true),
            endpoint,
            tools));
  }

  List<Endpoint> engine() {
    return engine;
  }

  Reader reader() {
    return new Reader(
        ChainRegistry.practice(Duration.ofSeconds(SimChain.BLOCK_SECONDS)),
        engine,
        memory,
        world.time());
  }

  /// HTTP requests to all of them so far.
  long requests() {
    return endpoints.stream().mapToLong(SimEndpoint::requests).sum();
  }
}
