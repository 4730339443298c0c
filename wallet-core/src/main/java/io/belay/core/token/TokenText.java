package io.belay.core.token;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.decode.Quote;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a token says of itself: a `string`, or 32 bytes at the old ones. A stranger's text, so
/// short and plain.
final class TokenText {
  private static final int WORD = 32;
  private static final int LONGEST = 12;

  private TokenText() {}

  /// The text; empty where there is none.
  static Optional<String> read(JsonNode returned) {
    byte[] bytes;
    try {
      bytes = Hex.decode(returned.asString(""));
    } catch (WalletException e) {
      return Optional.empty();
    }
    if (bytes.length == WORD) {
      return plain(bytes, 0, WORD);
    }
    if (bytes.length < 3 * WORD) {
      return Optional.empty();
    }
    BigInteger length = new BigInteger(1, bytes, WORD, WORD);
    int there = bytes.length - 2 * WORD;
    return length.bitLength() > 31 || length.intValue() > there
        ? Optional.empty()
        : plain(bytes, 2 * WORD, length.intValue());
  }

  private static Optional<String> plain(byte[] bytes, int from, int length) {
    String text = Quote.of(new String(bytes, from, length, StandardCharsets.UTF_8));
    String plain = text.replaceAll("[^\\p{L}\\p{N}.$₮₿+_-]", "");
    String cut =
        plain.codePointCount(0, plain.length()) > LONGEST
            ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST))
            : plain;
    return cut.isEmpty() ? Optional.empty() : Optional.of(cut);
  }
}
