package io.belay.core.tx;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Raw bytes as people carry them: hexadecimal in a text, a file or a QR code, with or without
/// `0x`, in either case, broken into lines; or a file of the bytes themselves.
public final class RawText {
  private RawText() {}

  /// The bytes that a text spells.
  ///
  /// Also numbered parts of it, in any order.
  ///
  /// @throws WalletException `bad-raw-transaction`, and those of [RawParts#join]
  public static byte[] parse(String text) {
    if (RawParts.isPart(text)) {
      return RawParts.join(text);
    }
    String digits = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    try {
      return Hex.decode(digits.startsWith("0x") ? digits : "0x" + digits);
    } catch (WalletException e) {
      throw new WalletException(
          "bad-raw-transaction", "a raw transaction is hexadecimal, two digits for each byte", e);
    }
  }

  /// The bytes that a file holds or spells.
  ///
  /// @throws WalletException as of a text
  public static byte[] parse(byte[] file) {
    return parse(text(file));
  }

  /// What a file spells; of a file of the bytes themselves their digits.
  public static String text(byte[] file) {
    int first = file.length == 0 ? ' ' : file[0] & 0xff;
    boolean binary = first >= 0xc0 || first < 5; // a list, or a type: no text begins so
    return binary && !startsWithMark(file)
        ? Hex.encode(file)
        : withoutMark(new String(file, StandardCharsets.UTF_8));
  }

  // editors put a byte order mark before UTF-8
  private static boolean startsWithMark(byte[] file) {
    return file.length > 2 && file[0] == (byte) 0xef && file[1] == (byte) 0xbb;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /// How it is written into a QR code: capital digits, which take little more than half the room
  /// (ISO 18004's alphanumeric mode).
  public static String forQr(byte[] raw) {
    return "0X" + Hex.encode(raw).substring(2).toUpperCase(Locale.ROOT);
  }
}
