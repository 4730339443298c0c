package io.belay.app.file;

import io.belay.base.WalletException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Bytes that somebody else made, never more than is wanted.
public final class FileBytes {
  private FileBytes() {}

  /// A file's bytes.
  ///
  /// @param most how many are read
  /// @throws WalletException `input-unreadable`, `input-too-long`
  public static byte[] of(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, most);
    } catch (IOException e) {
      throw new WalletException("input-unreadable", "the file cannot be read", e);
    }
  }

  /// A stream's bytes.
  ///
  /// @throws WalletException `input-too-long`
  public static byte[] of(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      Arrays.fill(bytes, (byte) 0);
      throw new WalletException("input-too-long", "at most " + most + " bytes are read");
    }
    return bytes;
  }
}
