package io.belay.core.send;

import io.belay.base.WalletException;
import io.belay.core.chain.DataFee;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.GasEstimate;
import io.belay.core.rpc.Reader;
import io.belay.core.state.Observed;
import java.util.Optional;

/// Chooses the gas limit: the user's own, else what the groups estimate and a margin.
final class GasPlanner {
  private final Reader reader;

  GasPlanner(Reader reader) {
    this.reader = reader;
  }

  /// The gas limit.
  ///
  /// @param recipient the state of who is called
  /// @throws WalletException `would-revert` with the reason where the call cannot succeed,
  ///   `no-way-to-chain` where nobody estimates
  long gas(Situation now, PlannedCall call, Observed<AccountState> recipient)
      throws InterruptedException {
    if (now.intent().gas().isPresent()) {
      return now.intent().gas().getAsLong();
    }
    if (!now.isLive()) {
      throw noEstimate();
    }
    Optional<GasEstimate> estimate = reader.estimateGas(now.view(), call.json(reader.object()));
    if (estimate.isEmpty()) {
      throw refused(now, call);
    }
    long gas = estimate.get().gas();
    return isExact(call, recipient, estimate.get()) ? gas : gas + gas / 5;
  }

  /// A payment to an account without code costs what it costs, whatever the chain takes for it.
  /// Code may cost more by the time it runs, and so may a rollup's share of its parent's fees.
  private boolean isExact(
      PlannedCall call, Observed<AccountState> recipient, GasEstimate estimate) {
    DataFee fee = reader.chain().rules().dataFee();
    return call.data().equals("0x")
        && recipient.maybe().filter(state -> !state.hasCode()).isPresent()
        && estimate.agreed()
        && fee != DataFee.INCLUDED
        && fee != DataFee.UNKNOWN;
  }

  private WalletException refused(Situation now, PlannedCall call) throws InterruptedException {
    return Simulation.of(reader.simulate(now.view(), call.json(reader.object())))
        .reverts()
        .map(reason ->
            new WalletException("would-revert", "the contract refuses this: " + reason.line()))
        .orElseGet(GasPlanner::noEstimate);
  }

  private static WalletException noEstimate() {
    return new WalletException(
        "no-way-to-chain", "no provider estimates the gas: nothing was signed");
  }
}
