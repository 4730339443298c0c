package io.belay.core.fee;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;

/// Call data of `getL1Fee(bytes)`.
final class DataFeeCall {
  // keccak256("getL1Fee(bytes)")
  private static final String SELECTOR = "0x49948e0e";

  private DataFeeCall() {}

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
