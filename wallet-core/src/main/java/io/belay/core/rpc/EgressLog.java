package io.belay.core.rpc;

import io.belay.base.Address;

/// Is told whenever an endpoint learns one of the user's addresses. Must not block.
@FunctionalInterface
public interface EgressLog {
  /// Remembers nothing.
  EgressLog NONE = (endpoint, account) -> {};

  /// A request that names an address, or that lets it be inferred, such as a signed transaction or
  /// a poll for one's hash, is about to go to an endpoint.
  void told(EndpointId endpoint, Address account);
}
