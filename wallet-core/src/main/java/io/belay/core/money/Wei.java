package io.belay.core.money;

import io.belay.base.WalletException;
import java.math.BigDecimal;
import java.math.BigInteger;

/// A non-negative amount of wei, at most 2^256 - 1. 1 gwei = 10^9 wei, 1 ether = 10^18 wei.
public record Wei(BigInteger value) implements Comparable<Wei> {
  /// No wei.
  public static final Wei ZERO = new Wei(BigInteger.ZERO);

  /// Checks the range.
  public Wei {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new WalletException("bad-amount", "an amount is between 0 and 2^256-1");
    }
  }

  /// An amount of wei.
  public static Wei of(long wei) {
    return new Wei(BigInteger.valueOf(wei));
  }

  /// An amount of wei.
  public static Wei of(BigInteger wei) {
    return new Wei(wei);
  }

  /// Reads a decimal number of gwei.
  ///
  /// @throws WalletException `bad-amount` or `too-many-decimals`
  public static Wei ofGwei(String gwei) {
    return Amount.parse(gwei, 9);
  }

  /// This plus that.
  public Wei plus(Wei that) {
    return new Wei(value.add(that.value));
  }

  /// This minus that, or zero where that is more.
  public Wei minusOrZero(Wei that) {
    return new Wei(value.subtract(that.value).max(BigInteger.ZERO));
  }

  /// This many times.
  public Wei times(long factor) {
    return new Wei(value.multiply(BigInteger.valueOf(factor)));
  }

  /// Exact decimal gwei, without trailing zeros.
  public String toGwei() {
    return new BigDecimal(value, 9).stripTrailingZeros().toPlainString();
  }

  @Override
  public int compareTo(Wei that) {
    return value.compareTo(that.value);
  }

  /// Plain digits of wei.
  @Override
  public String toString() {
    return value.toString();
  }
}
