package io.belay.core.rpc;

import java.time.Duration;
import java.util.Optional;

/// One way to carry one JSON-RPC body to one endpoint and its answer back. Blocks; interrupting the
/// thread cancels. Decorated, never subclassed.
public interface Transport extends AutoCloseable {
  /// Sends a body and waits for the whole answer.
  ///
  /// @param body a JSON-RPC request or batch, UTF-8
  /// @param timeout for the whole exchange
  /// @throws TransportException when no answer came; says whether the request may have arrived
  /// @throws InterruptedException when the caller's thread was interrupted
  Reply exchange(byte[] body, Duration timeout) throws TransportException, InterruptedException;

  /// What real connections showed about the other side so far.
  default Optional<PeerFacts> facts() {
    return Optional.empty();
  }

  /// Frees connections.
  @Override
  default void close() {}
}
