package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The finished program on one data directory: every call is a process of its own, started by the
/// launcher.
final class Program {
  private static final Path LAUNCHER = Path.of("target", "dist", "bin", "belay").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path directory;
  private final Path output;
  private final Map<String, String> environment;

  Program(Path directory) throws IOException {
    this(directory.resolve("data"), Files.createDirectories(directory.resolve("output")), Map.of());
  }

  private Program(Path directory, Path output, Map<String, String> environment) {
    this.directory = directory;
    this.output = output;
    this.environment = environment;
  }

  /// The same with more in its environment.
  Program with(Map<String, String> more) {
    return new Program(directory, output, more);
  }

  /// How a call ended.
  ///
  /// @param status exit status
  /// @param out standard output
  /// @param err standard error
  /// @param took from start to end
  record Ended(int status, String out, String err, Duration took) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }

    /// The code of the error that a `--json` call wrote.
    String errorCode() {
      return JsonMapper.shared().readTree(err).path("error").path("code").asString();
    }

    /// Standard error has one line and is no stack trace.
    Ended withOneLine() {
      assertThat(err.strip().lines().toList()).as(err).hasSize(1);
      assertThat(err).doesNotContain("\tat ").doesNotContain("Exception");
      return this;
    }

    Ended done(int expected) {
      assertThat(status).as("out: %s%nerr: %s", out, err).isEqualTo(expected);
      return this;
    }
  }

  /// A call under way.
  ///
  /// @param process its process
  /// @param out where its standard output goes
  /// @param err where its standard error goes
  /// @param since start, by the nano clock
  record Running(Process process, Path out, Path err, long since) {
    Ended await() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("no end in time: " + Files.readString(err));
      }
      return new Ended(
          process.exitValue(),
          Files.readString(out),
          Files.readString(err),
          Duration.ofNanos(System.nanoTime() - since));
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  Path directory() {
    return directory;
  }

  Ended run(String... args) throws IOException, InterruptedException {
    return start(args).await();
  }

  Running start(String... args) throws IOException {
    return start(List.of(), args);
  }

  /// @param before what the launcher is started by, such as a shell with limits
  Running start(List<String> before, String... args) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(LAUNCHER.toString());
    command.addAll(List.of(args));
    Path out = Files.createTempFile(output, "call", ".out");
    Path err = Files.createTempFile(output, "call", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("BELAY_DATA_DIR", directory.toString());
    builder.environment().remove("DISPLAY");
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err, System.nanoTime());
  }
}
