package io.belay.core.send;

import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// All endpoints' answers to one broadcast, and what follows from them.
///
/// @param outcomes each endpoint's answer
/// @param verdict what may be said of the transaction
public record BroadcastReport(Map<EndpointId, BroadcastOutcome> outcomes, Verdict verdict) {

  /// What may be said of a transaction after a broadcast.
  public enum Verdict {
    /// At least one endpoint holds it.
    SUBMITTED,
    /// At least two groups refused it for good, and nobody may hold it.
    REJECTED,
    /// No endpoint was reached: it has not left this computer.
    NOT_SENT,
    /// Anything else: it may be out.
    UNKNOWN
  }

  /// Whether others are to be asked: nobody took it, and it is not refused for good.
  public boolean wantsReserve() {
    return verdict == Verdict.UNKNOWN || verdict == Verdict.NOT_SENT;
  }

  /// Copies the outcomes.
  public BroadcastReport {
    outcomes = Map.copyOf(outcomes);
  }

  static BroadcastReport of(Map<Endpoint, BroadcastOutcome> answers) {
    Map<EndpointId, BroadcastOutcome> outcomes = new TreeMap<>();
    Set<String> refusing = new HashSet<>();
    boolean held = false;
    boolean ambiguous = false;
    boolean reached = false;
    for (Map.Entry<Endpoint, BroadcastOutcome> entry : answers.entrySet()) {
      outcomes.put(entry.getKey().id(), entry.getValue());
      switch (entry.getValue()) {
        case BroadcastOutcome.Accepted a -> held = true;
        case BroadcastOutcome.AlreadyKnown k -> held = true;
        case BroadcastOutcome.Rejected(var error) -> {
          reached = true;
          if (error.kind().isDeterministic()) {
            refusing.add(entry.getKey().group());
          } else {
            ambiguous = true; // nonce-too-low may mean that it is mined; the rest is local policy
          }
        }
        case BroadcastOutcome.Misnamed m -> {
          ambiguous = true;
          reached = true;
        }
        case BroadcastOutcome.Unreachable(String cause, boolean mayHaveArrived) -> {
          ambiguous |= mayHaveArrived;
          reached |= mayHaveArrived;
        }
      }
    }
    return new BroadcastReport(outcomes, judge(held, refusing.size(), ambiguous, reached));
  }

  private static Verdict judge(boolean held, int refusing, boolean ambiguous, boolean reached) {
    if (held) {
      return Verdict.SUBMITTED;
    }
    if (!reached) {
      return Verdict.NOT_SENT;
    }
    // I6: never "failed" while anyone may hold it
    return refusing >= 2 && !ambiguous ? Verdict.REJECTED : Verdict.UNKNOWN;
  }
}
