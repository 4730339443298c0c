package io.belay.core.rpc;

import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.Asset;
import io.belay.core.state.Timing;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A network of scripted endpoints with its memory in a directory and its clock in the test's hand.
public final class FakeNetwork implements AutoCloseable {
  /// The chain's id.
  public static final ChainId ID = ChainId.of(7);

  /// Time.
  public final FakeClock clock = new FakeClock();

  /// The same time, and tasks in real time.
  public final Timing timing = Timing.real(clock);

  /// The data file.
  public final Database database;

  /// What is remembered.
  public final ChainMemory memory;

  private final Endpoint.Tools tools;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /// A network without endpoints.
  public FakeNetwork(Path directory) {
    database = Schema.open(directory);
    memory = new StoredChainMemory(database, ID);
    tools = new Endpoint.Tools(new JsonRpc(), NodeErrors.load(), clock, memory);
  }

  /// A chain of 12 s blocks.
  public static Chain chain(Chain.HeaderKind kind) {
    return new Chain(
        ID,
        "Fake",
        "fake",
        new Asset(ID, "FETH", 18),
        Duration.ofSeconds(12),
        new Chain.Rules(kind, true, Duration.ofSeconds(2)),
        false);
  }

  /// Adds endpoints, each the only one of its group: `a`, `b` and so on.
  public void groups(Transport... transports) {
    for (int i = 0; i < transports.length; i++) {
      endpoint(Character.toString('a' + i), transports[i]);
    }
  }

  /// Adds an endpoint that is the only one of its group.
  public Endpoint endpoint(String id, Transport transport) {
    return endpoint(id, id, transport);
  }

  /// Adds an endpoint.
  public Endpoint endpoint(String id, String group, Transport transport) {
    return endpoint(
        new EndpointConfig(
            new EndpointId(id),
            ID,
            URI.create("https://" + id + ".example"),
            group,
            group,
            EndpointConfig.Kind.PROVIDER,
            true),
        transport);
  }

  /// Adds an endpoint about which more is known.
  public Endpoint endpoint(EndpointConfig config, Transport transport) {
    Endpoint endpoint = new Endpoint(config, transport, tools);
    endpoints.add(endpoint);
    return endpoint;
  }

  /// All endpoints, in the order they were added.
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /// A reader over all endpoints there are by now, of a chain whose headers are verified.
  public Reader reader() {
    return new Reader(chain(Chain.HeaderKind.ETHEREUM), endpoints(), memory, timing);
  }

  /// Its heads alone.
  HeadChain heads() {
    return new HeadChain(chain(Chain.HeaderKind.ETHEREUM), endpoints(), memory, timing);
  }

  @Override
  public void close() {
    database.close();
  }
}
