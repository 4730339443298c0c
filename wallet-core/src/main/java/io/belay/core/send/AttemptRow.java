package io.belay.core.send;

import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.NodeError;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One endpoint's latest answer about one transaction: a row of evidence.
///
/// @param endpoint the endpoint
/// @param group its group
/// @param outcome [BroadcastOutcome#word]
/// @param kind [BroadcastOutcome#kind]
/// @param millis time it took
/// @param at when
/// @param seen whether the endpoint was since found to hold the transaction by its hash
/// @param echo what it named instead of our hash, where it did
/// @param acceptedIn height of the head when it was first known to have accepted
/// @param blackHole whether it accepted and no other group has seen it for two blocks
public record AttemptRow(
    EndpointId endpoint,
    String group,
    String outcome,
    String kind,
    int millis,
    Instant at,
    boolean seen,
    Optional<String> echo,
    OptionalLong acceptedIn,
    boolean blackHole) {

  /// The outcome as it stands by what was found since. Who says that the nonce is used already, and
  /// shows this transaction by its hash, has refused nothing: it is this one that used it.
  public String standing() {
    boolean used = kind.equals(NodeError.Kind.NONCE_TOO_LOW.word());
    return used && seen ? new BroadcastOutcome.AlreadyKnown().word() : outcome;
  }

  /// An answer of which nothing more is known.
  public AttemptRow(
      EndpointId endpoint,
      String group,
      String outcome,
      String kind,
      int millis,
      Instant at,
      boolean seen) {
    this(
        endpoint,
        group,
        outcome,
        kind,
        millis,
        at,
        seen,
        Optional.empty(),
        OptionalLong.empty(),
        false);
  }

  /// Whether the endpoint said that it holds the transaction.
  public boolean holds() {
    return outcome.equals("accepted") || outcome.equals("already-known");
  }
}
