package io.belay.core.rpc;

import io.belay.core.money.Wei;
import java.util.Optional;

/// What a transaction in a block has cost, whether it did what it asked for or not.
///
/// @param gasUsed gas
/// @param gasPrice wei per gas: base fee and tip together (`effectiveGasPrice`)
/// @param dataFee wei that a rollup took beside the gas; empty where it took none
public record FeePaid(long gasUsed, Wei gasPrice, Optional<Wei> dataFee) {
  /// What a transaction's own bytes say that it pays, wei per gas, in a block of this base fee;
  /// empty where that does not follow.
  @FunctionalInterface
  public interface Price {
    /// In a block of this base fee.
    Optional<Wei> in(Optional<Wei> baseFee);
  }

  /// All of it, wei.
  public Wei total() {
    return gasPrice.times(gasUsed).plus(dataFee.orElse(Wei.ZERO));
  }
}
