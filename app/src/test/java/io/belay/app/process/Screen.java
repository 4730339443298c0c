package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.Demanded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An X display nobody sees, and the program's windows on it.
final class Screen implements AutoCloseable {
  private final Process server;
  private final BufferedReader said;
  private final String display;

  Screen() throws IOException {
    Demanded.tool("Xvfb");
    Demanded.tool("xwininfo");
    server =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    said =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
    display = ":" + said.readLine();
  }

  /// Java as the launcher starts it for a window.
  ///
  /// @param rest options, the main class, its arguments
  static List<String> java(String classPath, String... rest) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(rest));
    return command;
  }

  /// Starts Belay on a data directory within a directory.
  Shown show(Path directory, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("target/dist/bin/belay").toAbsolutePath().toString());
    command.addAll(List.of(args));
    return start(directory, command);
  }

  /// Starts a program here.
  Shown start(Path directory, List<String> command) throws IOException {
    Path log = Files.createTempFile(directory, "window", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("DISPLAY", display);
    builder.environment().put("BELAY_DATA_DIR", directory.resolve("data").toString());
    return new Shown(builder.start(), log, System.nanoTime());
  }

  /// How many windows have a title; a window manager would add frames, but there is none.
  long windows(String title) throws IOException {
    Process look = new ProcessBuilder("xwininfo", "-root", "-tree", "-display", display).start();
    String tree = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return tree.lines().filter(line -> line.contains("\"" + title)).count();
  }

  @Override
  public void close() throws IOException {
    server.destroyForcibly().onExit().join();
    said.close();
  }

  /// A started program.
  final class Shown implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final long since; // by the nano clock

    private Shown(Process process, Path log, long since) {
      this.process = process;
      this.log = log;
      this.since = since;
    }

    /// Waits for Belay's window.
    void await() throws IOException, InterruptedException {
      await("Belay", Duration.ofMillis(200));
    }

    /// Waits until a window with a title is there; returns the time since the start.
    Duration await(String title, Duration between) throws IOException, InterruptedException {
      Instant until = Instant.now().plusSeconds(60);
      while (windows(title) == 0) {
        assertThat(process.isAlive()).as(said()).isTrue();
        assertThat(Instant.now()).as("no window").isBefore(until);
        Thread.sleep(between);
      }
      return Duration.ofNanos(System.nanoTime() - since);
    }

    long pid() {
      return process.pid();
    }

    /// Waits for its end; returns the exit status.
    int end() throws IOException, InterruptedException {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
      return process.exitValue();
    }

    boolean isAlive() {
      return process.isAlive();
    }

    String said() throws IOException {
      return Files.readString(log).strip();
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}
