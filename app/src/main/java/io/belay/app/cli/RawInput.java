package io.belay.app.cli;

import io.belay.app.qr.QrPicture;
import io.belay.base.WalletException;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.RawText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A signed transaction as a call is given one: pasted, in a file, in a picture of a QR code, or on
/// standard input.
final class RawInput {
  // a photograph of a QR code takes more than any transaction
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final Pattern PASTED =
      Pattern.compile("(?s)(0[xX]|[tT][xX]:).*|[0-9a-fA-F\\s]{100,}");

  private RawInput() {}

  /// Reads it.
  ///
  /// @param given the bytes in hexadecimal, a file's name, or `-`; or several, one for each part of
  ///   it, in any order
  /// @throws WalletException `bad-raw-transaction`, `no-qr-code`, `input-unreadable`,
  ///   `input-too-long`, and those of [io.belay.core.tx.RawParts#join]
  static DecodedTransaction read(List<String> given, Invocation call) {
    String all = given.stream().map(one -> text(one, call)).collect(Collectors.joining("\n"));
    return DecodedTransaction.of(RawText.parse(all));
  }

  private static String text(String given, Invocation call) {
    if (PASTED.matcher(given).matches()) {
      return given;
    }
    if (!given.equals("-") && !isFile(given)) {
      throw new WalletException(
          "bad-raw-transaction", "this is neither a raw transaction nor a file that is there");
    }
    byte[] bytes = Input.fileOrStandardInput(given, MOST_BYTES, call);
    return QrPicture.isPicture(bytes) ? QrPicture.read(bytes) : RawText.text(bytes);
  }

  private static boolean isFile(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
