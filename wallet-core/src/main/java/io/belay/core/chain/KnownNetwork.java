package io.belay.core.chain;

import java.util.List;

/// A network of the registry with its public endpoints.
///
/// @param chain facts and rules
/// @param testnet whether its money is worth nothing
/// @param endpoints public ones that need no key, over HTTPS
public record KnownNetwork(Chain chain, boolean testnet, List<KnownEndpoint> endpoints) {
  /// Copies the endpoints.
  public KnownNetwork {
    endpoints = List.copyOf(endpoints);
  }
}
