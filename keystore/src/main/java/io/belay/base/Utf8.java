package io.belay.base;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// UTF-8 that loses nothing: where Java would put a question mark, it refuses.
public final class Utf8 {
  private Utf8() {}

  /// The bytes of a text.
  ///
  /// @throws WalletException `bad-text` for half of a surrogate pair, which has no UTF-8 form
  public static byte[] encode(String text) {
    try {
      ByteBuffer out = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[out.remaining()];
      out.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new WalletException("bad-text", "half of a surrogate pair has no UTF-8 form", e);
    }
  }

  /// The text of the bytes, if they are UTF-8.
  public static Optional<String> decode(byte[] bytes) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
