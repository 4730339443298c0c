package io.belay.core.chain;

/// How a block's base fee follows from its parent.
public sealed interface BaseFeeRule {
  /// Ethereum's rule with Ethereum's numbers.
  BaseFeeRule ETHEREUM = new Eip1559(8, 2);

  /// It does not follow from the parent's header alone, or nobody has shown that it does.
  record None() implements BaseFeeRule {}

  /// EIP-1559.
  ///
  /// @param denominator the base fee changes by at most one part in so many
  /// @param elasticity how many times the target a block may hold
  record Eip1559(int denominator, int elasticity) implements BaseFeeRule {
    /// Checks that both are positive.
    public Eip1559 {
      if (denominator < 1 || elasticity < 1) {
        throw new IllegalArgumentException("denominator and elasticity are positive");
      }
    }
  }
}
