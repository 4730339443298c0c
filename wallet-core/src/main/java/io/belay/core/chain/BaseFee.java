package io.belay.core.chain;

import io.belay.core.money.Wei;
import java.math.BigInteger;

/// Base fees as they follow from the parent block (EIP-1559). Pure.
public final class BaseFee {
  private BaseFee() {}

  /// The base fee of the next block.
  ///
  /// @param base wei per gas in the parent
  /// @param gasUsed gas the parent holds
  /// @param gasLimit gas the parent may hold
  /// @return wei per gas, at most 2^256 - 1
  public static Wei next(BaseFeeRule.Eip1559 rule, Wei base, long gasUsed, long gasLimit) {
    // a target of zero can only be a stranger's invention
    BigInteger target = BigInteger.valueOf(Math.max(1, gasLimit / rule.elasticity()));
    BigInteger delta = BigInteger.valueOf(gasUsed).subtract(target);
    BigInteger change =
        base.value()
            .multiply(delta.abs())
            .divide(target)
            .divide(BigInteger.valueOf(rule.denominator()));
    if (delta.signum() > 0) {
      BigInteger raised = base.value().add(change.max(BigInteger.ONE));
      return Wei.of(raised.bitLength() > 256 ? base.value() : raised);
    }
    return Wei.of(base.value().subtract(change).max(BigInteger.ZERO));
  }

  /// Whether a header may stand on another: its parent's hash, height, time, gas and, where the
  /// chain has a rule for it, base fee. Both hashes are computed ones.
  public static boolean follows(BaseFeeRule rule, Header parent, Header child) {
    // some rollups make several blocks in one second
    return child.parentHash().equals(parent.hash())
        && child.number() == parent.number() + 1
        && child.timestamp() >= parent.timestamp()
        && child.gasUsed() <= child.gasLimit()
        && hasRightFee(rule, parent, child);
  }

  private static boolean hasRightFee(BaseFeeRule rule, Header parent, Header child) {
    return switch (rule) {
      case BaseFeeRule.None _ -> true;
      case BaseFeeRule.Eip1559 eip1559 ->
          parent
              .baseFee()
              .map(base -> next(eip1559, base, parent.gasUsed(), parent.gasLimit()))
              .equals(child.baseFee());
    };
  }
}
