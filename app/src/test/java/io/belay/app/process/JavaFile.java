package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of the build, which is one file of Java.
final class JavaFile {
  private static final Path FOLDER = Path.of("..", "packaging", "build");

  private JavaFile() {}

  /// How a run ended.
  ///
  /// @param status exit status
  /// @param said on both outputs
  record Ended(int status, String said) {}

  /// Runs it.
  ///
  /// @param classPath or blank
  static Ended run(String name, String classPath, Object... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (!classPath.isBlank()) {
      command.addAll(List.of("-cp", classPath));
    }
    command.add(FOLDER.resolve(name).toString());
    for (Object arg : args) {
      command.add(arg.toString());
    }
    Path said = Files.createTempFile("belay-java", ".txt"); // a pipe would be read for ever
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(name).isTrue();
      return new Ended(process.exitValue(), Files.readString(said));
    } finally {
      process.destroyForcibly();
      Files.delete(said);
    }
  }
}
