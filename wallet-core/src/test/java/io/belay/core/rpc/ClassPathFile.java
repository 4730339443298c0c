package io.belay.core.rpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the class path that it was started with into a file, in one line, so that drivers can be
/// started from outside the build.
public final class ClassPathFile {
  private ClassPathFile() {}

  /// Writes the file.
  ///
  /// @param args its path
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), System.getProperty("java.class.path", "") + "\n");
  }
}
