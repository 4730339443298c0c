package io.belay.keystore.v3;

import io.belay.base.Address;
import io.belay.base.Signature;
import io.belay.base.WalletException;
import io.belay.keystore.hd.PublicKey;
import io.belay.keystore.secret.SecretBytes;
import java.math.BigInteger;
import java.util.Arrays;

/// A private key that belongs to no mnemonic, with its address. Wiped on close.
public final class PrivateKey implements AutoCloseable {
  private static final int LENGTH = 32;

  private final SecretBytes secret;
  private final Address address;

  private PrivateKey(SecretBytes secret, Address address) {
    this.secret = secret;
    this.address = address;
  }

  /// Copies 32 bytes; the caller still owns, and wipes, its own.
  ///
  /// @throws WalletException `bad-key` for another length or a number outside 1..n-1
  public static PrivateKey of(byte[] key) {
    if (key.length != LENGTH) {
      throw bad("a private key has 32 bytes");
    }
    // the number cannot be wiped; it is gone with the next collection
    BigInteger value = new BigInteger(1, key);
    if (value.signum() == 0 || value.compareTo(Signature.ORDER) >= 0) {
      throw bad("a private key is a number from 1 to n-1");
    }
    return new PrivateKey(SecretBytes.copyOf(key), PublicKey.address(key));
  }

  /// Reads 64 hexadecimal digits of either case, with or without `0x`, white space around them
  /// aside. Makes no `String`; the caller still owns, and wipes, the characters.
  ///
  /// @throws WalletException `bad-key`
  public static PrivateKey parse(char[] text) {
    int start = 0;
    int end = text.length;
    while (start < end && Character.isWhitespace(text[start])) {
      start++;
    }
    while (end > start && Character.isWhitespace(text[end - 1])) {
      end--;
    }
    if (end - start >= 2 && text[start] == '0' && (text[start + 1] | 0x20) == 'x') {
      start += 2;
    }
    if (end - start != 2 * LENGTH) {
      throw bad("a private key has 64 hexadecimal digits, not " + (end - start));
    }
    byte[] key = new byte[LENGTH];
    try {
      for (int i = 0; i < LENGTH; i++) {
        int at = start + 2 * i;
        key[i] = (byte) (digit(text[at]) << 4 | digit(text[at + 1]));
      }
      return of(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /// As above, from ASCII bytes.
  public static PrivateKey parse(byte[] ascii) {
    char[] text = new char[ascii.length];
    try {
      for (int i = 0; i < text.length; i++) {
        text[i] = (char) (ascii[i] & 0xff);
      }
      return parse(text);
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  // Character.digit would take digits of other scripts as well
  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    if (c < 0x80 && lower >= 'a' && lower <= 'f') {
      return lower - 'a' + 10;
    }
    throw bad("a private key is written with the digits 0 to 9 and a to f");
  }

  private static WalletException bad(String why) {
    return new WalletException("bad-key", why);
  }

  /// The key's address; still told after closing.
  public Address address() {
    return address;
  }

  /// A copy of the 32 bytes; the caller closes it.
  ///
  /// @throws WalletException `secret-closed`
  public SecretBytes secret() {
    return secret.copy();
  }

  /// Wipes the key.
  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "PrivateKey[" + address + ", redacted]";
  }
}
