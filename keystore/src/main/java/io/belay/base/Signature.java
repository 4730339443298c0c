package io.belay.base;

import java.math.BigInteger;

/// A recoverable secp256k1 signature.
///
/// @param r in 1..n-1
/// @param s in 1..n/2 (EIP-2: the lower half only)
/// @param yParity 0 or 1, the parity of the curve point's y (EIP-2718 types, EIP-155 adds it to v)
public record Signature(BigInteger r, BigInteger s, int yParity) {
  /// Order of the curve's group (SEC 2, secp256k1).
  public static final BigInteger ORDER =
      new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

  private static final BigInteger HALF = ORDER.shiftRight(1);

  /// Checks the ranges.
  public Signature {
    if (r.signum() <= 0 || r.compareTo(ORDER) >= 0) {
      throw new WalletException("bad-signature", "r is outside 1..n-1");
    }
    // EIP-2: a second, equally valid s would give the same transaction another hash
    if (s.signum() <= 0 || s.compareTo(HALF) > 0) {
      throw new WalletException("bad-signature", "s is outside the lower half");
    }
    if (yParity != 0 && yParity != 1) {
      throw new WalletException("bad-signature", "y parity is 0 or 1");
    }
  }

  /// 65 bytes: r, s and v of 27 or 28, as signed messages and typed data carry them.
  public byte[] toArray() {
    byte[] out = new byte[65];
    System.arraycopy(Bytes32.of(r).toArray(), 0, out, 0, 32);
    System.arraycopy(Bytes32.of(s).toArray(), 0, out, 32, 32);
    out[64] = (byte) (27 + yParity);
    return out;
  }
}
