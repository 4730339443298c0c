package io.belay.core.practice;

import io.belay.core.rpc.TransportException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One way in which an endpoint's content is wrong while its form is right. Sees every request of a
/// body by itself.
interface Twist {
  /// The true endpoint, for what a lie needs to know.
  interface Truth {
    /// A result; JSON null where there is none.
    JsonNode ask(String method, Object... params) throws TransportException, InterruptedException;
  }

  /// The answer given without asking the true endpoint; empty to ask it.
  default Optional<ObjectNode> instead(Truth truth, ObjectNode request)
      throws TransportException, InterruptedException {
    return Optional.empty();
  }

  /// What the true endpoint is asked.
  default ObjectNode asked(Truth truth, ObjectNode request)
      throws TransportException, InterruptedException {
    return request;
  }

  /// What is answered.
  ///
  /// @param request as it came
  /// @param result the true one
  default JsonNode result(ObjectNode request, JsonNode result) {
    return result;
  }
}
