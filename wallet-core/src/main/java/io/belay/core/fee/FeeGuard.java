package io.belay.core.fee;

import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.util.Optional;

/// Notices fees that nobody can have meant. Pure.
public final class FeeGuard {
  // above the fast price by so much, a figure is likelier a slip of the unit than a wish
  private static final BigInteger FAR_ABOVE_USUAL = BigInteger.TEN;
  private static final BigInteger ABOVE_USUAL = BigInteger.valueOf(3);
  private static final BigInteger SHARE = BigInteger.valueOf(4);

  /// How a fee compares.
  public enum Verdict {
    /// As others pay.
    USUAL,
    /// Worth a look: more than 3 × the fast price, or expected to be more than a quarter of the
    /// amount.
    HIGH,
    /// Wants a typed confirmation: more than 10 × the fast price, or expected to be more than the
    /// amount itself.
    EXTREME
  }

  private FeeGuard() {}

  /// Judges a fee.
  ///
  /// @param basis what is usual now; where nobody knows, only the amount is held against the fee
  /// @param amount wei that are sent; empty where other things than the currency are, or nothing is
  public static Verdict judge(
      FeeQuote quote, long gas, Optional<FeeBasis> basis, Optional<Wei> amount) {
    Wei fee = quote.expected(gas);
    Optional<Wei> usual = basis.map(b -> FeeOracle.quote(FeeChoice.Pace.FAST, b).maxFeePerGas());
    if (usual.filter(u -> exceeds(quote.maxFeePerGas(), u, FAR_ABOVE_USUAL)).isPresent()
        || amount.filter(a -> fee.compareTo(a) > 0).isPresent()) {
      return Verdict.EXTREME;
    }
    return usual.filter(u -> exceeds(quote.maxFeePerGas(), u, ABOVE_USUAL)).isPresent()
            || amount
                .filter(a -> exceeds(fee.times(SHARE.longValue()), a, BigInteger.ONE))
                .isPresent()
        ? Verdict.HIGH
        : Verdict.USUAL;
  }

  private static boolean exceeds(Wei fee, Wei usual, BigInteger times) {
    return fee.value().compareTo(usual.value().multiply(times)) > 0;
  }
}
