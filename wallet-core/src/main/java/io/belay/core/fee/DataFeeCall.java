package io.belay.core.fee;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.Keccak;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Call data for a rollup's gas price oracle.
final class DataFeeCall {
  // keccak256("getL1Fee(bytes)")
  private static final String SELECTOR = "0x49948e0e";
  // there since Isthmus; how it is worked out has changed with Jovian, so the chain itself is asked
  private static final String OPERATOR =
      Hex.encode(
          Arrays.copyOf(
              Keccak.hash("getOperatorFee(uint256)".getBytes(StandardCharsets.US_ASCII)).toArray(),
              4));

  private DataFeeCall() {}

  /// `getOperatorFee(uint256)`.
  static String operator(long gas) {
    return OPERATOR + Hex.encode(word(gas)).substring(2);
  }

  /// `getL1Fee(bytes)`.
  static String of(byte[] transaction) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Hex.decode(SELECTOR));
    out.writeBytes(word(32));
    out.writeBytes(word(transaction.length));
    out.writeBytes(Arrays.copyOf(transaction, (transaction.length + 31) / 32 * 32));
    return Hex.encode(out.toByteArray());
  }

  private static byte[] word(long number) {
    return Bytes32.of(BigInteger.valueOf(number)).toArray();
  }
}
