package io.belay.keystore.vault;

import io.belay.base.WalletException;
import io.belay.keystore.secret.SecretBytes;
import io.belay.keystore.secret.SecretText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;

/// A vault's password: NFKC, then UTF-8, so that every keyboard types the same bytes. Wiped on
/// close.
///
/// An ASCII password never becomes a `String`; for others see [SecretText].
public final class Password implements AutoCloseable {
  private static final int MOST_BYTES = 4096;

  private final SecretBytes utf8;

  private Password(SecretBytes utf8) {
    this.utf8 = utf8;
  }

  /// Copies the characters; the caller still owns, and wipes, its own.
  ///
  /// @throws WalletException `password-empty`, or `bad-text` for half a surrogate pair
  public static Password of(char[] text) {
    if (text.length == 0) {
      throw new WalletException("password-empty", "the password is empty");
    }
    return new Password(SecretText.encode(text, Normalizer.Form.NFKC));
  }

  /// Reads to the end of the stream; one newline at the end is not part of the password.
  ///
  /// @throws WalletException `password-empty`, `password-unreadable` for a broken stream, more than
  ///   4096 bytes or bytes that are not UTF-8
  public static Password read(InputStream in) {
    char[] text = SecretText.read(in, MOST_BYTES);
    try {
      return of(text);
    } finally {
      Arrays.fill(text, '\0');
    }
  }

  /// As above, from a file.
  public static Password read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (IOException e) {
      throw new WalletException("password-unreadable", "the password file could not be read", e);
    }
  }

  /// The normalised bytes; closing the password closes them.
  SecretBytes utf8() {
    return utf8;
  }

  /// Wipes the password.
  @Override
  public void close() {
    utf8.close();
  }

  @Override
  public String toString() {
    return "Password[redacted]";
  }
}
