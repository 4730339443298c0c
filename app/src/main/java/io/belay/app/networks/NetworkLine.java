package io.belay.app.networks;

import io.belay.core.chain.Chain;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointPolicy;
import java.util.List;

/// One network as it stands now.
///
/// @param chain the network
/// @param standing what was decided about it
/// @param endpoints all of its endpoints that are on, whether the policy lets them through or not
/// @param policy which of them may be used at all
/// @param usable how many of them may be used now
public record NetworkLine(
    Chain chain,
    Standing standing,
    List<EndpointConfig> endpoints,
    EndpointPolicy policy,
    int usable) {

  /// What was decided about a network.
  ///
  /// @param testnet whether its money is worth nothing
  /// @param added whether the person added it
  /// @param used whether it is used
  /// @param decided whether the person ever said which endpoints it may use
  /// @param current whether it is the one that is looked at
  public record Standing(
      boolean testnet, boolean added, boolean used, boolean decided, boolean current) {}

  /// Copies the endpoints.
  public NetworkLine {
    endpoints = List.copyOf(endpoints);
  }

  /// Those of others than the person: who would learn of them.
  public List<EndpointConfig> strangers() {
    return endpoints.stream().filter(c -> c.kind() != EndpointConfig.Kind.OWN).toList();
  }

  /// Whether a node of the person's own is among its endpoints.
  public boolean hasOwn() {
    return strangers().size() < endpoints.size();
  }

  /// Whether it can be turned on and off at all.
  public boolean isFixed() {
    return chain.practice();
  }
}
