package io.belay.keystore.hd;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;

/// Reads BIP-32's serialised private keys, for comparison only.
final class Xprv {
  private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private Xprv() {}

  /// Version (4), depth, fingerprint (4), index (4), chain code (32), zero, key (32), checksum (4).
  static byte[] decode(String text) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < text.length(); i++) {
      value =
          value
              .multiply(BigInteger.valueOf(58))
              .add(BigInteger.valueOf(DIGITS.indexOf(text.charAt(i))));
    }
    byte[] raw = value.toByteArray();
    byte[] out = new byte[82];
    System.arraycopy(raw, 0, out, out.length - raw.length, raw.length);
    return out;
  }

  static byte[] chainCode(byte[] decoded) {
    return Arrays.copyOfRange(decoded, 13, 45);
  }

  static byte[] key(byte[] decoded) {
    return Arrays.copyOfRange(decoded, 46, 78);
  }

  static void assertSame(ExtendedKey key, String xprv) {
    byte[] decoded = decode(xprv);
    assertThat(key.privateKey().<byte[]>use(byte[]::clone)).isEqualTo(key(decoded));
    assertThat(key.chainCode().<byte[]>use(byte[]::clone)).isEqualTo(chainCode(decoded));
  }
}
