package io.belay.core.rpc;

import java.time.Duration;
import java.util.List;

/// A question that rides along with polls of the heads, in the same request (piggybacking): what
/// was read a moment ago is read again at the next block, and then costs no request and no wait.
/// Only polls in the background take riders, since nobody waits for those.
interface Rider {
  /// How long something that was read is taken to be read again.
  Duration LATELY = Duration.ofMinutes(1);

  /// What to ask an endpoint along with its head; nothing where nobody wants it of this one.
  List<JsonRpc.Call> calls(Endpoint endpoint);

  /// Hears the answers.
  ///
  /// @param head told in the same request; the chain may have gone on between the two
  /// @param answers to the calls, in their order
  void hear(Endpoint endpoint, SeenBlock head, List<Endpoint.Answer> answers);
}
