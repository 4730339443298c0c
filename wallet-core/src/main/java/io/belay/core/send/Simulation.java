package io.belay.core.send;

import io.belay.base.Address;
import io.belay.core.decode.RevertReason;
import io.belay.core.rpc.CallOutcome;
import io.belay.core.rpc.Movement;
import io.belay.core.rpc.Simulated;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What would come of a transaction if it were in a block now.
///
/// @param outcome whether it succeeds
/// @param changes whose balances change and how; `Unknown` where nobody can say
public record Simulation(Observed<Outcome> outcome, Observed<List<BalanceChange>> changes) {

  /// Whether it succeeds.
  public sealed interface Outcome {
    /// It does.
    record Succeeds() implements Outcome {}

    /// It does not, and only the fee is spent.
    record Reverts(RevertReason reason) implements Outcome {}
  }

  private record Holding(Address account, Optional<Address> token) {}

  /// Not simulated.
  ///
  /// @param reason a stable code
  public static Simulation unknown(String reason) {
    return new Simulation(new Observed.Unknown<>(reason), new Observed.Unknown<>(reason));
  }

  static Simulation of(Simulated simulated) {
    return new Simulation(
        simulated.outcome().map(Simulation::outcome),
        simulated.movements().map(Simulation::changes));
  }

  private static Outcome outcome(CallOutcome call) {
    return call.succeeded()
        ? new Outcome.Succeeds()
        : new Outcome.Reverts(RevertReason.parse(call.output(), call.words()));
  }

  private static List<BalanceChange> changes(List<Movement> movements) {
    Map<Holding, BigInteger> sums = new LinkedHashMap<>();
    for (Movement move : movements) {
      sums.merge(new Holding(move.from(), move.contract()), move.units().negate(), BigInteger::add);
      sums.merge(new Holding(move.to(), move.contract()), move.units(), BigInteger::add);
    }
    List<BalanceChange> changes = new ArrayList<>();
    sums.forEach((holding, sum) -> {
      boolean isAnybody = !holding.account().equals(Address.ZERO) || holding.token().isEmpty();
      // tokens are made out of nothing and burnt by moves from and to nobody
      if (sum.signum() != 0 && isAnybody) {
        changes.add(new BalanceChange(holding.account(), holding.token(), sum));
      }
    });
    return List.copyOf(changes);
  }

  /// Why it would revert; empty where it succeeds and where nobody knows.
  public Optional<RevertReason> reverts() {
    return outcome
        .maybe()
        .flatMap(out ->
            switch (out) {
              case Outcome.Succeeds _ -> Optional.empty();
              case Outcome.Reverts(RevertReason reason) -> Optional.of(reason);
            });
  }
}
