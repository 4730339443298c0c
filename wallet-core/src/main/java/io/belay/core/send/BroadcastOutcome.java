package io.belay.core.send;

import io.belay.core.rpc.NodeError;
import io.belay.core.rpc.RpcException;
import java.util.Optional;

/// One endpoint's answer to a broadcast.
public sealed interface BroadcastOutcome {
  /// It took the bytes and named our hash.
  record Accepted() implements BroadcastOutcome {}

  /// It had them already.
  record AlreadyKnown() implements BroadcastOutcome {}

  /// It refused.
  record Rejected(NodeError error) implements BroadcastOutcome {}

  /// No usable answer.
  ///
  /// @param cause stable code such as `refused`, `timeout`, `wrong-chain`
  /// @param mayHaveArrived whether it may hold the bytes all the same
  record Unreachable(String cause, boolean mayHaveArrived) implements BroadcastOutcome {}

  /// It answered with another hash than that of the bytes it was given; it may hold them.
  ///
  /// @param echo what it named, at most 66 printable characters
  record Misnamed(String echo) implements BroadcastOutcome {
    /// Cuts what is too long, and what does not belong into a hash.
    public Misnamed {
      String safe = echo.replaceAll("[^0-9a-zA-Z]", "?");
      echo = safe.substring(0, Math.min(66, safe.length()));
    }
  }

  /// What a failed request says of the bytes that it carried: a node that has them may say so by an
  /// error.
  static BroadcastOutcome of(RpcException failed) {
    Optional<NodeError> error = failed.error();
    if (error.isPresent() && !failed.mayHaveArrived()) {
      return switch (error.get().kind()) {
        case ALREADY_KNOWN, ALREADY_MINED -> new AlreadyKnown();
        case NODE_INTERNAL, TIMEOUT -> new Unreachable(failed.code(), true);
        default -> new Rejected(error.get());
      };
    }
    return new Unreachable(failed.code(), failed.mayHaveArrived());
  }

  /// The word the command line and the journal use.
  default String word() {
    return switch (this) {
      case Accepted a -> "accepted";
      case AlreadyKnown k -> "already-known";
      case Rejected r -> "rejected";
      case Misnamed m -> "no-answer";
      case Unreachable u -> u.mayHaveArrived() ? "no-answer" : "not-reached";
    };
  }

  /// The class of the answer: an error class, a transport reason, or the word itself.
  default String kind() {
    return switch (this) {
      case Accepted a -> "accepted";
      case AlreadyKnown k -> "already-known";
      case Rejected(NodeError error) -> error.kind().word();
      case Misnamed m -> "foreign-hash";
      case Unreachable(String cause, boolean m) -> cause;
    };
  }

  /// Whether the endpoint holds the transaction.
  default boolean holds() {
    return this instanceof Accepted || this instanceof AlreadyKnown;
  }
}
