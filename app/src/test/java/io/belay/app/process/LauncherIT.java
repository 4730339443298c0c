package io.belay.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.Demanded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LauncherIT {
  @TempDir Path directory;

  @Test
  void withoutADisplayTheWindowIsRefusedAndTheRestWorks() throws IOException, InterruptedException {
    Program program = new Program(directory);
    Program.Ended ended = program.run().done(2).withOneLine();
    assertThat(ended.err()).contains("no display");
    assertThat(program.run("--version").done(0).out()).startsWith("belay ");
  }

  @Test
  void withoutAJava25ItSaysWhatIsMissing() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(directory.resolve("elsewhere/bin"));
    Path copy = bin.resolve("belay");
    String script = Files.readString(Path.of("target/dist/bin/belay"));
    // the same launcher where the usual folders hold no Java
    Files.writeString(copy, script.replaceAll("/usr/lib/jvm|/Library/Java", "/nowhere"));
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", copy.toString(), "--version").redirectErrorStream(true);
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("BELAY_JAVA_HOME");
    builder.environment().put("PATH", toolsWithoutJava().toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said.strip())
        .isEqualTo("belay: Java 25 is needed and was not found; set BELAY_JAVA_HOME to it");
  }

  private Path toolsWithoutJava() throws IOException {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    for (String tool : List.of("dirname", "grep")) {
      for (String place : List.of("/usr/bin/", "/bin/")) {
        Path real = Path.of(place + tool);
        if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), real);
        }
      }
    }
    return tools;
  }

  @Test
  void theDemoRunsToItsEndInATerminal() throws IOException, InterruptedException {
    Program.Ended demo = new Program(directory).run("demo").done(0);
    System.out.println("demo in the terminal: " + demo.took().toMillis() + " ms");
    assertThat(demo.out()).contains("Done: paid twice, each once, through an outage");
  }

  @Test
  void withADisplayTheDemoOpensTheWindow() throws IOException, InterruptedException {
    Demanded.tool("Xvfb");
    Demanded.tool("xwininfo");
    Process screen =
        new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(screen.getInputStream(), StandardCharsets.US_ASCII))) {
      String display = ":" + said.readLine();
      Path log = directory.resolve("window.log");
      ProcessBuilder builder =
          new ProcessBuilder(Path.of("target/dist/bin/belay").toAbsolutePath().toString(), "demo")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("DISPLAY", display);
      Process belay = builder.start();
      try {
        awaitWindow(display, belay, log);
      } finally {
        belay.destroyForcibly().waitFor();
      }
    } finally {
      screen.destroyForcibly().waitFor();
    }
  }

  private static void awaitWindow(String display, Process belay, Path log)
      throws IOException, InterruptedException {
    Instant until = Instant.now().plusSeconds(60);
    String tree = "";
    while (!tree.contains("Belay")) {
      assertThat(belay.isAlive()).as(Files.readString(log)).isTrue();
      assertThat(Instant.now()).as("no window: " + tree).isBefore(until);
      Thread.sleep(200);
      Process look = new ProcessBuilder("xwininfo", "-root", "-tree", "-display", display).start();
      tree = new String(look.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
