package io.belay.core.fee;

import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.time.Duration;

/// Fees for one transaction, wei per gas (EIP-1559).
///
/// @param maxFeePerGas most to pay in all
/// @param maxPriorityFeePerGas most of it for the block's producer
/// @param nextBaseFee base fee expected for the next block
/// @param expectedWait time until inclusion at this price
/// @param dataFee wei, not per gas: what a rollup takes for the bytes beside the gas, as things are
///   now, and its operator for the gas; zero where it takes nothing beside it
/// @param operatorFee the operator's part of it (OP stack, Isthmus), which follows from the gas
///   alone
public record FeeQuote(
    Wei maxFeePerGas,
    Wei maxPriorityFeePerGas,
    Wei nextBaseFee,
    Duration expectedWait,
    Wei dataFee,
    Wei operatorFee) {
  private static final BigInteger TWO = BigInteger.TWO;

  /// Without a fee beside the gas.
  public FeeQuote(
      Wei maxFeePerGas, Wei maxPriorityFeePerGas, Wei nextBaseFee, Duration expectedWait) {
    this(maxFeePerGas, maxPriorityFeePerGas, nextBaseFee, expectedWait, Wei.ZERO, Wei.ZERO);
  }

  /// The same with a fee beside the gas.
  public FeeQuote with(FeeBesideGas beside) {
    return new FeeQuote(
        maxFeePerGas,
        maxPriorityFeePerGas,
        nextBaseFee,
        expectedWait,
        beside.data().plus(beside.operator()),
        beside.operator());
  }

  /// Most that this much gas can cost, with what the data fee may have risen to.
  public Wei atMost(long gas) {
    return maxFeePerGas.times(gas).plus(dataFeeAtMost());
  }

  /// Most that it can cost beside the gas: for the bytes half as much again as now, which the
  /// parent chain's base fee takes at least four full blocks to reach; for the operator what it is
  /// now.
  public Wei dataFeeAtMost() {
    BigInteger bytes = dataFee.value().subtract(operatorFee.value());
    BigInteger half = bytes.add(BigInteger.ONE).divide(TWO);
    return dataFee.plus(Wei.of(half));
  }

  /// What this much gas costs if the next block takes it.
  public Wei expected(long gas) {
    Wei price = nextBaseFee.plus(maxPriorityFeePerGas);
    return (price.compareTo(maxFeePerGas) < 0 ? price : maxFeePerGas).times(gas).plus(dataFee);
  }
}
