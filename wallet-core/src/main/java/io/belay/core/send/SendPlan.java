package io.belay.core.send;

import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.util.List;

/// Exactly what would be signed, and what it was built from; all read from one pinned view.
///
/// @param intent what the user wants
/// @param transaction what would be signed
/// @param fee the fees in it
/// @param lease the nonce in it, held for this plan until it is sent or cancelled
/// @param balance the account's balance before
/// @param nonce the account's nonce on the chain
/// @param warnings what the user should know first
public record SendPlan(
    TransferIntent intent,
    UnsignedTransaction transaction,
    FeeQuote fee,
    NonceLease lease,
    Observed<Wei> balance,
    Observed<Long> nonce,
    List<Warning> warnings) {

  /// Copies the warnings.
  public SendPlan {
    warnings = List.copyOf(warnings);
  }

  /// Balance left if all the fee is used; empty where the balance is not known.
  public java.util.Optional<Wei> balanceAfter() {
    return balance.maybe().map(before -> before.minusOrZero(transaction.cost()));
  }
}
