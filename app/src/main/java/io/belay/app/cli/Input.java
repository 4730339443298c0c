package io.belay.app.cli;

import io.belay.base.WalletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Bytes that a call reads.
final class Input {
  private Input() {}

  /// A file's bytes.
  ///
  /// @throws WalletException `input-unreadable`, `input-too-long`
  static byte[] file(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      return bytes(in, most);
    } catch (IOException e) {
      throw new WalletException("input-unreadable", "the file cannot be read", e);
    }
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
      return bytes(call.terminal().in(), most);
    } catch (IOException e) {
      throw new WalletException("input-unreadable", "standard input cannot be read", e);
    }
  }

  private static byte[] bytes(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      Arrays.fill(bytes, (byte) 0);
      throw new WalletException("input-too-long", "at most " + most + " bytes are read");
    }
    return bytes;
  }
}
