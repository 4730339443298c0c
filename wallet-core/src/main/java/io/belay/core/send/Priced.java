package io.belay.core.send;

import io.belay.core.chain.Chain;
import io.belay.core.fee.FeeBesideGas;
import io.belay.core.fee.FeeQuote;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;

/// A call, its gas and its fees.
///
/// @param call with the value that is left after the fee where all is sent
/// @param gas the gas limit
/// @param quote the fees
/// @param dataFee what the bytes cost beside the gas, and how it is known
record Priced(PlannedCall call, long gas, FeeQuote quote, Observed<FeeBesideGas> dataFee) {
  /// What would be signed.
  UnsignedTransaction transaction(Chain chain, long nonce) {
    return new UnsignedTransaction(
        chain.id(),
        nonce,
        quote.maxPriorityFeePerGas(),
        quote.maxFeePerGas(),
        gas,
        call.to(),
        call.value(),
        call.data(),
        !chain.rules().feeMarket());
  }
}
