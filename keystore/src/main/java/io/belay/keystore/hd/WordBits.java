package io.belay.keystore.hd;

import io.belay.base.WalletException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// BIP-39, "Generating the mnemonic": entropy and its checksum, cut into groups of eleven bits.
final class WordBits {
  private WordBits() {}

  /// Word indexes of 16, 20, 24, 28 or 32 bytes of entropy.
  static int[] indexes(byte[] entropy) {
    byte[] bits = Arrays.copyOf(entropy, entropy.length + 1);
    bits[entropy.length] = checksum(entropy);
    int[] indexes = new int[entropy.length * 3 / 4];
    for (int bit = 0; bit < indexes.length * 11; bit++) {
      int value = (bits[bit / 8] >> (7 - bit % 8)) & 1;
      indexes[bit / 11] = (indexes[bit / 11] << 1) | value;
    }
    Arrays.fill(bits, (byte) 0);
    return indexes;
  }

  /// The entropy behind 12, 15, 18, 21 or 24 word indexes.
  ///
  /// @throws WalletException `bad-mnemonic` when the checksum does not fit
  static byte[] entropy(int[] indexes) {
    byte[] entropy = new byte[indexes.length * 4 / 3];
    for (int bit = 0; bit < entropy.length * 8; bit++) {
      int value = (indexes[bit / 11] >> (10 - bit % 11)) & 1;
      entropy[bit / 8] = (byte) (entropy[bit / 8] | (value << (7 - bit % 8)));
    }
    int[] expected = indexes(entropy);
    boolean fits = Arrays.equals(expected, indexes);
    Arrays.fill(expected, 0);
    if (!fits) {
      Arrays.fill(entropy, (byte) 0);
      throw new WalletException(
          "bad-mnemonic", "the last word does not fit the others: a word or the order is wrong");
    }
    return entropy;
  }

  private static byte checksum(byte[] entropy) {
    try {
      // one bit of SHA-256 for each 32 bits of entropy: at most eight, so one byte holds them
      return MessageDigest.getInstance("SHA-256").digest(entropy)[0];
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
