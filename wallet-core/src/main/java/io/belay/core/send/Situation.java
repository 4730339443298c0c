package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeBasis;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.PendingNonce;
import io.belay.core.rpc.View;
import io.belay.core.state.Observed;
import java.util.Optional;

/// What is known when a plan is begun, all of one view.
///
/// @param intent what the user wants
/// @param view the view that everything is read at
/// @param account the sender's state
/// @param basis what fees are worked out from; empty where nobody tells
/// @param pending the sender's next nonce as the pools have it
record Situation(
    TransferIntent intent,
    View view,
    Observed<AccountState> account,
    Optional<FeeBasis> basis,
    PendingNonce pending) {

  /// Whether the chain can be asked; without a head only the stored view is there.
  boolean isLive() {
    return view.head().isPresent();
  }

  Address sender() {
    return intent.from().address();
  }

  boolean isToken() {
    return intent.amount().asset().isToken();
  }

  /// The sender's state as far as it is known.
  ///
  /// @throws WalletException `disputed`, `no-way-to-chain`
  AccountState state() {
    if (account instanceof Observed.Disputed<AccountState>) {
      throw new WalletException(
          "disputed", "providers contradict each other about this account: signing waits");
    }
    return account
        .maybe()
        .orElseThrow(() ->
            new WalletException("no-way-to-chain", "no provider answers: nothing was signed"));
  }
}
