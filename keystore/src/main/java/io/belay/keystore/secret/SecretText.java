package io.belay.keystore.secret;

import io.belay.base.WalletException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
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
    // UTF-8 needs at most three bytes for a UTF-16 unit
    byte[] buffer = new byte[3 * normal.length];
    try {
      ByteBuffer out = ByteBuffer.wrap(buffer);
      CharsetEncoder encoder =
          StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPORT);
      CoderResult result = encoder.encode(CharBuffer.wrap(normal), out, true);
      if (result.isError()) {
        throw new WalletException("bad-text", "the text holds half a character");
      }
      return SecretBytes.moveFrom(Arrays.copyOf(buffer, out.position()));
    } finally {
      Arrays.fill(normal, '\0');
      Arrays.fill(buffer, (byte) 0);
    }
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
