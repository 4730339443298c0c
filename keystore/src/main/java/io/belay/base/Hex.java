package io.belay.base;

import java.math.BigInteger;
import java.util.HexFormat;

/// Hexadecimal as Ethereum's JSON-RPC writes it: `0x`, two digits a byte; quantities without
/// leading zeros (execution-apis, "Hex encoding").
public final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  /// `0x` and two lower-case digits a byte; `0x` alone for no bytes.
  public static String encode(byte[] bytes) {
    return "0x" + FORMAT.formatHex(bytes);
  }

  /// Bytes of a `0x…` text of even length, either case.
  ///
  /// @throws WalletException `bad-hex` for anything else
  public static byte[] decode(String text) {
    if (!text.startsWith("0x") || text.length() % 2 != 0) {
      throw bad();
    }
    try {
      return FORMAT.parseHex(text, 2, text.length());
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  /// A quantity: `0x0`, `0x1a`; no leading zeros.
  public static String quantity(BigInteger value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException("a quantity is not negative");
    }
    return "0x" + value.toString(16);
  }

  /// A quantity from a non-negative long.
  public static String quantity(long value) {
    return quantity(BigInteger.valueOf(value));
  }

  /// Reads a quantity of at most 256 bits. Padded digits are accepted, as some nodes send them.
  ///
  /// @throws WalletException `bad-hex` for a sign, a missing prefix, no digits or more than 64
  ///   digits
  public static BigInteger toBigInteger(String text) {
    if (!text.startsWith("0x") || text.length() < 3 || text.length() > 66) {
      throw bad();
    }
    for (int i = 2; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        throw bad();
      }
    }
    return new BigInteger(text.substring(2), 16);
  }

  /// Reads a quantity that must fit a non-negative long.
  ///
  /// @throws WalletException `bad-hex` when it does not
  public static long toLong(String text) {
    BigInteger value = toBigInteger(text);
    if (value.bitLength() > 63) {
      throw bad();
    }
    return value.longValue();
  }

  private static WalletException bad() {
    return new WalletException("bad-hex", "not a hexadecimal value of the expected form");
  }
}
