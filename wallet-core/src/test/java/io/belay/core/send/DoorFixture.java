package io.belay.core.send;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointTraits;
import io.belay.core.rpc.EndpointTraits.Tracking;
import io.belay.core.rpc.EndpointTraits.Use;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.rpc.SecretHeaders;
import java.net.URI;
import java.util.Set;

/// Endpoints of every kind that a data file or a person can make.
public final class DoorFixture {
  private DoorFixture() {}

  /// A sequencer's door, as the data file has it: nobody switched it on.
  public static EndpointConfig sequencer(String id) {
    return config(id, Kind.PROVIDER, false, Tracking.UNLABELLED, Use.BROADCAST_ONLY);
  }

  /// A private relay that was switched on.
  public static EndpointConfig relay(String id) {
    return config(id, Kind.AGGREGATOR, true, Tracking.YES, Use.PRIVATE_BROADCAST);
  }

  /// A relay that reads as well.
  public static EndpointConfig readingRelay(String id) {
    return config(id, Kind.PROVIDER, true, Tracking.NONE, Use.READ, Use.PRIVATE_BROADCAST);
  }

  /// A public endpoint.
  public static EndpointConfig ordinary(String id) {
    return config(id, Kind.PROVIDER, true, Tracking.NONE, Use.READ, Use.BROADCAST);
  }

  /// The user's own node.
  public static EndpointConfig own(String id) {
    return config(id, Kind.OWN, true, Tracking.UNLABELLED, Use.READ, Use.BROADCAST);
  }

  /// The same, on or off.
  public static EndpointConfig on(EndpointConfig config, boolean on) {
    return new EndpointConfig(
        config.id(),
        config.chainId(),
        config.url(),
        config.operator(),
        config.group(),
        config.kind(),
        on,
        config.traits());
  }

  private static EndpointConfig config(
      String id, Kind kind, boolean on, Tracking tracking, Use... uses) {
    return new EndpointConfig(
        new EndpointId(id),
        FakeNetwork.ID,
        URI.create(kind == Kind.OWN ? "http://127.0.0.1:8545" : "https://" + id + ".example"),
        "Operator " + id,
        id,
        kind,
        on,
        new EndpointTraits(tracking, Set.of(uses), SecretHeaders.NONE, false, false, false));
  }
}
