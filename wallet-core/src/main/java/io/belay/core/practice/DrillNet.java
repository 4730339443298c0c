package io.belay.core.practice;

import io.belay.core.chain.Chain;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The network that a drill is held on.
///
/// @param chain its facts
/// @param endpoints those in use, in the user's order
/// @param way makes the real way to one of them; the drill closes it
public record DrillNet(
    Chain chain, List<EndpointConfig> endpoints, Function<EndpointConfig, Transport> way) {
  /// Copies the endpoints.
  public DrillNet {
    endpoints = List.copyOf(endpoints);
  }

  /// The groups in order, each with its operator for people.
  public Map<String, String> groups() {
    Map<String, String> groups = new LinkedHashMap<>();
    endpoints.forEach(e -> groups.putIfAbsent(e.group(), e.operator()));
    return groups;
  }
}
