package io.belay.core.rpc;

import io.belay.core.money.Wei;
import java.util.Optional;

/// What a transaction in a block has cost, whether it did what it asked for or not.
///
/// @param gasUsed gas
/// @param gasPrice wei per gas: base fee and tip together (`effectiveGasPrice`)
/// @param dataFee wei that a rollup took beside the gas; empty where it took none
public record FeePaid(long gasUsed, Wei gasPrice, Optional<Wei> dataFee) {
  /// All of it, wei.
  public Wei total() {
    return gasPrice.times(gasUsed).plus(dataFee.orElse(Wei.ZERO));
  }
}
