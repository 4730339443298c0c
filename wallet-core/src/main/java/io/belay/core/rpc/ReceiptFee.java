package io.belay.core.rpc;

import io.belay.base.WalletException;
import io.belay.core.money.Wei;
import io.belay.core.tx.DecodedTransaction;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a transaction has cost, from its receipt and from what the block's header commits to.
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

  /// As it follows from the transaction's own bytes and a proven block: nobody need say it.
  ///
  /// @param raw the signed bytes
  /// @param gasUsed as the receipts root commits to it
  /// @param baseFee of the block
  static Optional<FeePaid> proven(byte[] raw, long gasUsed, Optional<Wei> baseFee) {
    try {
      DecodedTransaction tx = DecodedTransaction.of(raw);
      Wei most = tx.price().maxFeePerGas();
      // EIP-1559: the base fee and the tip, but never more than the maximum
      Optional<Wei> price =
          tx.type() < 2
              ? Optional.of(most)
              : baseFee.map(base -> base.plus(tx.price().maxPriorityFeePerGas()));
      return price.map(
          each -> new FeePaid(gasUsed, each.compareTo(most) < 0 ? each : most, Optional.empty()));
    } catch (WalletException e) {
      return Optional
          .empty(); // no transaction of a kind known here: what the receipts say has to do
    }
  }
}
