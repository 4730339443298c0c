package io.belay.app.shell;

import io.belay.app.file.FileBytes;
import io.belay.app.qr.QrPicture;
import io.belay.base.WalletException;
import io.belay.core.tx.RawParts;
import io.belay.core.tx.RawText;
import io.belay.keystore.v3.Keystore;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What somebody dropped on the window, by what it can be opened as. Only its first look: whether
/// it is sound is for the page that opens it to say.
sealed interface Dropped {
  /// A keystore file.
  record KeystoreFile(Path file) implements Dropped {}

  /// A raw transaction in a file, as text, as bytes, or as a picture of its code.
  record RawFile(Path file) implements Dropped {}

  /// A raw transaction as text.
  record RawWords(String text) implements Dropped {}

  /// Nothing that is opened by dropping it.
  record Unknown() implements Dropped {}

  /// A photograph of a QR code takes more than any transaction.
  int MOST_BYTES = 16 * 1024 * 1024;

  /// Bytes in hexadecimal, at least as many as a signature takes.
  Pattern RAW = Pattern.compile("(?s)\\s*(0[xX])?[0-9a-fA-F\\s]{130,}");

  /// Looks at a file.
  ///
  /// @throws WalletException `input-unreadable`, `input-too-long`
  static Dropped look(Path file) {
    byte[] bytes = FileBytes.of(file, MOST_BYTES);
    if (QrPicture.isPicture(bytes)) {
      return new RawFile(file);
    }
    String text = RawText.text(bytes);
    if (isRaw(text)) {
      return new RawFile(file);
    }
    return isKeystore(bytes) ? new KeystoreFile(file) : new Unknown();
  }

  /// Looks at a text.
  static Dropped look(String text) {
    return isRaw(text) ? new RawWords(text) : new Unknown();
  }

  private static boolean isRaw(String text) {
    return RawParts.isPart(text) || RAW.matcher(text).matches();
  }

  private static boolean isKeystore(byte[] bytes) {
    if (bytes.length > Keystore.MOST_BYTES) {
      return false;
    }
    try {
      Keystore.parse(bytes);
      return true;
    } catch (WalletException e) {
      // one that asks for too much work is a keystore all the same: its form says so
      return e.code().equals("kdf-out-of-bounds");
    }
  }
}
