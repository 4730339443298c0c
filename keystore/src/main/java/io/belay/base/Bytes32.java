package io.belay.base;

import java.math.BigInteger;
import java.util.Arrays;

/// Thirty-two bytes: a hash, a root, a storage slot. Immutable.
public final class Bytes32 implements Comparable<Bytes32> {
  /// Thirty-two zero bytes.
  public static final Bytes32 ZERO = new Bytes32(new byte[32]);

  private final byte[] bytes;

  private Bytes32(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Copies exactly 32 bytes.
  ///
  /// @throws WalletException `bad-bytes32` for another length
  public static Bytes32 of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new WalletException("bad-bytes32", "32 bytes wanted, " + bytes.length + " found");
    }
    return new Bytes32(bytes.clone());
  }

  /// Reads `0x` and 64 digits.
  public static Bytes32 parse(String text) {
    return of(Hex.decode(text));
  }

  /// A non-negative number of at most 256 bits, big-endian.
  public static Bytes32 of(BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new WalletException("bad-bytes32", "number outside 0..2^256-1");
    }
    byte[] raw = value.toByteArray();
    byte[] out = new byte[32];
    int length = Math.min(32, raw.length);
    System.arraycopy(raw, raw.length - length, out, 32 - length, length);
    return new Bytes32(out);
  }

  /// A copy of the bytes.
  public byte[] toArray() {
    return bytes.clone();
  }

  /// The bytes as an unsigned big-endian number.
  public BigInteger toBigInteger() {
    return new BigInteger(1, bytes);
  }

  @Override
  public int compareTo(Bytes32 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes32 that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// `0x` and 64 lower-case digits.
  @Override
  public String toString() {
    return Hex.encode(bytes);
  }
}
