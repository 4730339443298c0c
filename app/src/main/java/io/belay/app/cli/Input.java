package io.belay.app.cli;

import io.belay.app.file.FileBytes;
import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.file.Path;

/// Bytes that a call reads.
final class Input {
  private Input() {}

  /// A file's bytes.
  ///
  /// @throws WalletException `input-unreadable`, `input-too-long`
  static byte[] file(Path file, int most) {
    return FileBytes.of(file, most);
  }

  /// A file's bytes, or standard input's where it is called `-`.
  ///
  /// @throws WalletException `input-unreadable`, `input-too-long`, or `usage` where standard input
  ///   holds the password already
  static byte[] fileOrStandardInput(String name, int most, Invocation call) {
    if (!name.equals("-")) {
      return file(Path.of(name), most);
    }
    if (call.options().passwordStdin) {
      throw new WalletException("usage", "standard input is either the password or the text");
    }
    try {
      return FileBytes.of(call.terminal().in(), most);
    } catch (IOException e) {
      throw new WalletException("input-unreadable", "standard input cannot be read", e);
    }
  }
}
