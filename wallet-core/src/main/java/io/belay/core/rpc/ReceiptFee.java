package io.belay.core.rpc;

import io.belay.core.money.Wei;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a transaction has cost, as its receipt tells it.
final class ReceiptFee {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private ReceiptFee() {}

  /// As a receipt tells it; empty where it does not tell it whole.
  ///
  /// @param receipt the result of `eth_getTransactionReceipt`
  static Optional<FeePaid> told(JsonNode receipt) {
    Optional<Long> gas = Quantity.of(receipt.path("gasUsed"));
    Optional<Wei> price = Quantity.big(receipt.path("effectiveGasPrice")).map(Wei::of);
    Optional<BigInteger> data = Quantity.big(receipt.path("l1Fee"));
    return gas.flatMap(used ->
        price.map(each ->
            new FeePaid(used, each, data.map(fee -> Wei.of(fee.add(operator(receipt, used)))))));
  }

  /// OP stack, Isthmus: what the operator takes beside gas and data. From Jovian on the receipt has
  /// `daFootprintGasScalar`, and the scalar counts hundredfold instead of a millionth.
  private static BigInteger operator(JsonNode receipt, long gasUsed) {
    BigInteger scalar = Quantity.big(receipt.path("operatorFeeScalar")).orElse(BigInteger.ZERO);
    BigInteger constant = Quantity.big(receipt.path("operatorFeeConstant")).orElse(BigInteger.ZERO);
    BigInteger scaled = scalar.multiply(BigInteger.valueOf(gasUsed));
    boolean jovian = Quantity.of(receipt.path("daFootprintGasScalar")).isPresent();
    return constant.add(jovian ? scaled.multiply(BigInteger.valueOf(100)) : scaled.divide(MILLION));
  }
}
