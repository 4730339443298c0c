package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), said);
  }
}
