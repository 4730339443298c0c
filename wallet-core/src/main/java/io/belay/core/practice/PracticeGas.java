package io.belay.core.practice;

import io.belay.base.Rlp;
import java.math.BigInteger;
import java.util.List;

/// Gas and base fee by the rules of the main network.
final class PracticeGas {
  /// Gas a block may hold.
  static final long LIMIT = 30_000_000;

  /// Base fee of the first block: 1 gwei.
  static final BigInteger FIRST_BASE_FEE = BigInteger.valueOf(1_000_000_000);

  // EIP-1559's integer division never moves a fee below 8 wei down, so 7 is where falling ends
  private static final BigInteger LEAST_BASE_FEE = BigInteger.valueOf(7);
  private static final long BASE = 21_000;

  private PracticeGas() {}

  /// Gas before anything runs (EIP-2028, EIP-2930).
  static long intrinsic(byte[] data, List<Rlp.Item> access) {
    long gas = BASE;
    for (byte b : data) {
      gas += b == 0 ? 4 : 16;
    }
    for (Rlp.Item entry : access) {
      gas += 2_400 + 1_900L * entry.list().get(1).list().size();
    }
    return gas;
  }

  /// The least a transaction pays for its data (EIP-7623).
  static long floor(byte[] data) {
    long tokens = 0;
    for (byte b : data) {
      tokens += b == 0 ? 1 : 4;
    }
    return BASE + 10 * tokens;
  }

  /// Base fee after a block (EIP-1559: elasticity 2, change at most an eighth).
  static BigInteger nextBaseFee(BigInteger baseFee, long used, long limit) {
    long target = limit / 2;
    if (used == target) {
      return baseFee;
    }
    BigInteger change =
        baseFee
            .multiply(BigInteger.valueOf(Math.abs(used - target)))
            .divide(BigInteger.valueOf(target))
            .shiftRight(3);
    return used > target
        ? baseFee.add(change.max(BigInteger.ONE))
        : baseFee.subtract(change).max(LEAST_BASE_FEE);
  }
}
