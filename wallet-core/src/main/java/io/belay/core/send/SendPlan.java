package io.belay.core.send;

import io.belay.base.WalletException;
import io.belay.core.decode.Erc20Call;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Amount;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.util.List;
import java.util.Optional;

/// Exactly what would be signed, and what it was built from; all read from one pinned view.
///
/// @param intent what the user wants
/// @param transaction what would be signed
/// @param fee the fees in it
/// @param lease the nonce in it, held for this plan until it is sent or cancelled
/// @param balance the account's balance before
/// @param nonce the account's nonce on the chain
/// @param warnings what the user should know first
/// @param simulation what would come of it
/// @param assetBalance what the account has of the asset that is sent, before
/// @param mustType what a person must type before this is signed, see [#confirmed]; empty where a
///   plain yes is enough
public record SendPlan(
    TransferIntent intent,
    UnsignedTransaction transaction,
    FeeQuote fee,
    NonceLease lease,
    Observed<Wei> balance,
    Observed<Long> nonce,
    List<Warning> warnings,
    Simulation simulation,
    Observed<Wei> assetBalance,
    Optional<String> mustType) {

  /// Copies the warnings.
  public SendPlan {
    warnings = List.copyOf(warnings);
  }

  /// A plan in the chain's currency that nobody simulated.
  public SendPlan(
      TransferIntent intent,
      UnsignedTransaction transaction,
      FeeQuote fee,
      NonceLease lease,
      Observed<Wei> balance,
      Observed<Long> nonce,
      List<Warning> warnings) {
    this(
        intent,
        transaction,
        fee,
        lease,
        balance,
        nonce,
        warnings,
        Simulation.unknown("not-simulated"),
        balance,
        Optional.empty());
  }

  /// Balance left if all the fee is used; empty where the balance is not known.
  public Optional<Wei> balanceAfter() {
    return balance.maybe().map(before -> before.minusOrZero(atMost()));
  }

  /// Most that leaves the account in the chain's currency: value, gas at the maximum fee, and what
  /// a rollup may take for the bytes.
  public Wei atMost() {
    return transaction.cost().plus(fee.dataFeeAtMost());
  }

  /// What is sent, as the transaction's own bytes have it.
  public Amount sent() {
    Wei units =
        intent.amount().asset().isToken()
            ? Erc20Call.parse(transaction.data())
                .map(call ->
                    switch (call) {
                      case Erc20Call.Transfer t -> Wei.of(t.units());
                      case Erc20Call.Approve a -> Wei.ZERO;
                      case Erc20Call.TransferFrom t -> Wei.of(t.units());
                    })
                .orElse(Wei.ZERO)
            : transaction.value();
    return intent.amount().asset().amount(units);
  }

  /// The plan after a person has typed what [#mustType] asks for; itself where nothing is asked.
  ///
  /// @throws WalletException `fee-not-confirmed` for anything else
  public SendPlan confirmed(String typed) {
    if (mustType.isEmpty()) {
      return this;
    }
    if (!typed.strip().equals(mustType.get())) {
      throw new WalletException(
          "fee-not-confirmed", "the fee is unusually high and was not confirmed by its figure");
    }
    return new SendPlan(
        intent,
        transaction,
        fee,
        lease,
        balance,
        nonce,
        warnings,
        simulation,
        assetBalance,
        Optional.empty());
  }
}
