package io.belay.core.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that others read while it is replaced.
final class SmallFile {
  private SmallFile() {}

  static void replace(Path file, String text) throws IOException {
    // createTempFile makes it 0600
    Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".practice", ".tmp");
    try {
      Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
