package io.belay.core.fee;

import io.belay.core.money.Wei;

/// What the user wants to pay: a pace, or own figures.
public sealed interface FeeChoice {
  /// How soon it should be included.
  enum Pace implements FeeChoice {
    /// Cheaper, about five blocks.
    SLOW,
    /// About two blocks.
    NORMAL,
    /// The next block.
    FAST
  }

  /// Own figures, wei per gas (EIP-1559).
  ///
  /// @param maxFeePerGas most to pay in all
  /// @param maxPriorityFeePerGas most of it for the block's producer; not above the former
  record Custom(Wei maxFeePerGas, Wei maxPriorityFeePerGas) implements FeeChoice {
    /// Checks the order.
    public Custom {
      if (maxPriorityFeePerGas.compareTo(maxFeePerGas) > 0) {
        throw new io.belay.base.WalletException(
            "priority-above-max", "the priority fee is part of the maximum fee, not more");
      }
    }
  }
}
