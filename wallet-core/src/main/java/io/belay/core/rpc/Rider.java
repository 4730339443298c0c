package io.belay.core.rpc;

import java.time.Duration;
import java.util.Optional;

/// A question that rides along with polls of the heads, in the same request (piggybacking): what
/// was read a moment ago is read again at the next block, and then costs no request and no wait.
/// The first poll takes riders, and later those in the background, since nobody waits for them.
interface Rider {
  /// How long something that was read is taken to be read again.
  Duration LATELY = Duration.ofMinutes(1);

  /// What to ask an endpoint along with its head; empty where nobody wants it of this one.
  Optional<JsonRpc.Call> question(Endpoint endpoint);

  /// Hears that a poll is over, whatever it was for.
  ///
  /// @param head that it told; empty where it failed
  default void over(Endpoint endpoint, Optional<SeenBlock> head) {}

  /// Hears the answer.
  ///
  /// @param head told in the same request; the chain may have gone on between the two
  void hear(Endpoint endpoint, SeenBlock head, Endpoint.Answer answer);
}
