package io.belay.core.fee;

import io.belay.core.money.Wei;
import java.time.Duration;

/// Fees for one transaction, wei per gas (EIP-1559).
///
/// @param maxFeePerGas most to pay in all
/// @param maxPriorityFeePerGas most of it for the block's producer
/// @param nextBaseFee base fee expected for the next block
/// @param expectedWait time until inclusion at this price
public record FeeQuote(
    Wei maxFeePerGas, Wei maxPriorityFeePerGas, Wei nextBaseFee, Duration expectedWait) {

  /// Most that this much gas can cost.
  public Wei atMost(long gas) {
    return maxFeePerGas.times(gas);
  }

  /// What this much gas costs if the next block takes it.
  public Wei expected(long gas) {
    Wei price = nextBaseFee.plus(maxPriorityFeePerGas);
    return (price.compareTo(maxFeePerGas) < 0 ? price : maxFeePerGas).times(gas);
  }
}
