package io.belay.keystore.secret;

import io.belay.base.WalletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/// Turns secret text into secret UTF-8 bytes.
///
/// ASCII never becomes a `String`. Other text passes the JDK's normaliser, which returns one: that
/// copy stays on the heap until it is collected.
public final class SecretText {
  private SecretText() {}

  /// Normalises and encodes; the caller still owns, and wipes, the characters.
  ///
  /// @throws WalletException `bad-text` for half a surrogate pair
  public static SecretBytes encode(char[] text, Normalizer.Form form) {
    char[] normal = normalised(text, form);
    try {
      return encode(normal);
    } finally {
      Arrays.fill(normal, '\0');
    }
  }

  /// Encodes as typed, without normalising; the caller still owns, and wipes, the characters.
  ///
  /// @throws WalletException `bad-text` for half a surrogate pair
  public static SecretBytes encode(char[] text) {
    // UTF-8 needs at most three bytes for a UTF-16 unit
    byte[] buffer = new byte[3 * text.length];
    try {
      ByteBuffer out = ByteBuffer.wrap(buffer);
      CharsetEncoder encoder =
          StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT);
      CoderResult result = encoder.encode(CharBuffer.wrap(text), out, true);
      if (result.isError()) {
        throw new WalletException("bad-text", "the text holds half a character");
      }
      return SecretBytes.moveFrom(Arrays.copyOf(buffer, out.position()));
    } finally {
      Arrays.fill(buffer, (byte) 0);
    }
  }

  /// Reads UTF-8 to the end of the stream, without one newline at the end. The caller wipes the
  /// characters.
  ///
  /// @param most bytes that are taken
  /// @throws WalletException `password-unreadable` for a broken stream, more bytes, or bytes that
  ///   are not UTF-8
  public static char[] read(InputStream in, int most) {
    byte[] buffer = new byte[most + 1];
    try {
      int length = in.readNBytes(buffer, 0, buffer.length);
      if (length > most) {
        throw new WalletException("password-unreadable", "the password exceeds " + most + " bytes");
      }
      return decode(ByteBuffer.wrap(buffer, 0, withoutNewline(buffer, length)));
    } catch (IOException e) {
      // the cause may quote input: keep it out
      throw new WalletException("password-unreadable", "the password could not be read");
    } finally {
      Arrays.fill(buffer, (byte) 0);
    }
  }

  private static int withoutNewline(byte[] buffer, int length) {
    if (length == 0 || buffer[length - 1] != '\n') {
      return length;
    }
    return length > 1 && buffer[length - 2] == '\r' ? length - 2 : length - 1;
  }

  private static char[] decode(ByteBuffer utf8) throws CharacterCodingException {
    CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(utf8);
    char[] text = new char[decoded.remaining()];
    decoded.get(text);
    Arrays.fill(decoded.array(), '\0');
    return text;
  }

  /// A normalised copy; the caller owns, and wipes, both.
  public static char[] normalised(char[] text, Normalizer.Form form) {
    return isAscii(text)
        ? text.clone()
        : Normalizer.normalize(CharBuffer.wrap(text), form).toCharArray();
  }

  private static boolean isAscii(char[] text) {
    for (char c : text) {
      if (c >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
