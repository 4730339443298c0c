package io.belay.core.rpc;

import io.belay.core.state.Observed;
import java.util.List;

/// A call tried at the view's head, and nothing changed by it.
///
/// @param outcome whether it succeeds
/// @param movements what changes hands, without fees; `Unknown` where nobody can say
///   (`eth_simulateV1` is asked for it)
public record Simulated(Observed<CallOutcome> outcome, Observed<List<Movement>> movements) {
  /// Of a call that nobody tried.
  ///
  /// @param reason a stable code
  public static Simulated unknown(String reason) {
    return new Simulated(new Observed.Unknown<>(reason), new Observed.Unknown<>(reason));
  }
}
