package io.belay.app.raw;

import io.belay.app.file.FileBytes;
import io.belay.app.qr.QrPicture;
import io.belay.base.WalletException;
import io.belay.core.tx.RawText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The bytes of a signed transaction in a file: as text, as they are, or as a picture of a QR code.
final class RawInput {
  // a photograph of a QR code takes more than any transaction
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private RawInput() {}

  /// What a file spells: hexadecimal, or parts; whether it is a transaction is not looked at.
  ///
  /// @throws WalletException `input-unreadable`, `input-too-long`, `no-qr-code`
  static String read(String name) {
    byte[] file = FileBytes.of(path(name), MOST_BYTES);
    return QrPicture.isPicture(file) ? QrPicture.read(file) : RawText.text(file);
  }

  private static Path path(String name) {
    try {
      return Path.of(name.strip());
    } catch (InvalidPathException e) {
      throw new WalletException("input-unreadable", "there is no such file", e);
    }
  }
}
