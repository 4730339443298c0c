package io.belay.core.proof;

import io.belay.base.WalletException;
import java.util.Arrays;

/// A path through a trie: half-bytes, one per array cell. Immutable.
final class Nibbles {
  static final Nibbles NONE = new Nibbles(new byte[0]);

  private static final int ODD = 1;
  private static final int LEAF = 2;

  private final byte[] digits;

  private Nibbles(byte[] digits) {
    this.digits = digits;
  }

  /// The path of a key, high half first.
  static Nibbles of(byte[] key) {
    byte[] out = new byte[key.length * 2];
    for (int i = 0; i < key.length; i++) {
      out[2 * i] = (byte) ((key[i] >> 4) & 0xf);
      out[2 * i + 1] = (byte) (key[i] & 0xf);
    }
    return new Nibbles(out);
  }

  static Nibbles single(int nibble) {
    return new Nibbles(new byte[] {(byte) nibble});
  }

  int length() {
    return digits.length;
  }

  boolean isEmpty() {
    return digits.length == 0;
  }

  int at(int index) {
    return digits[index];
  }

  Nibbles from(int start) {
    return start == 0 ? this : new Nibbles(Arrays.copyOfRange(digits, start, digits.length));
  }

  Nibbles to(int end) {
    return new Nibbles(Arrays.copyOf(digits, end));
  }

  Nibbles plus(Nibbles tail) {
    byte[] out = Arrays.copyOf(digits, digits.length + tail.digits.length);
    System.arraycopy(tail.digits, 0, out, digits.length, tail.digits.length);
    return new Nibbles(out);
  }

  /// How many leading digits two paths share.
  int shared(Nibbles other) {
    int mismatch = Arrays.mismatch(digits, other.digits);
    return mismatch < 0 ? digits.length : mismatch;
  }

  boolean startsWith(Nibbles prefix) {
    return shared(prefix) == prefix.length();
  }

  /// The hex-prefix form (yellow paper, appendix C): a flag digit for leaf and odd length, a zero
  /// digit to fill an even path, then the path.
  byte[] compact(boolean leaf) {
    int odd = digits.length & 1;
    byte[] out = new byte[digits.length / 2 + 1];
    out[0] = (byte) (((leaf ? LEAF : 0) | odd) << 4);
    for (int i = 0; i < digits.length; i++) {
      int place = i + 2 - odd;
      out[place / 2] |= (byte) (place % 2 == 0 ? digits[i] << 4 : digits[i]);
    }
    return out;
  }

  /// Whether a hex-prefix form is that of a leaf.
  static boolean isLeaf(byte[] compact) {
    return compact.length > 0 && (compact[0] & (LEAF << 4)) != 0;
  }

  /// Reads a hex-prefix form; only the one spelling that [#compact] writes is accepted.
  ///
  /// @throws WalletException `bad-proof` for another spelling
  static Nibbles parse(byte[] compact) {
    Nibbles all = of(compact);
    if (all.isEmpty() || all.at(0) > (LEAF | ODD)) {
      throw new WalletException("bad-proof", "a trie node has a malformed path");
    }
    if ((all.at(0) & ODD) != 0) {
      return all.from(1);
    }
    if (all.at(1) != 0) {
      throw new WalletException("bad-proof", "a trie node has a malformed path");
    }
    return all.from(2);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Nibbles that && Arrays.equals(digits, that.digits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digits);
  }
}
