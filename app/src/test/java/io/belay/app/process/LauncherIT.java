package io.belay.app.process;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  void aDisplayThatIsNotThereIsNoDisplay() throws IOException, InterruptedException {
    Program.Ended ended = new Program(directory).with(Map.of("DISPLAY", ":4711")).run().done(2);
    assertThat(ended.err()).contains("no display");
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

  /// In the process that the launcher starts, once it holds keys.
  @Test
  void keysAreInLockedMemoryOfAProcessThatNobodyMayRead() throws IOException, InterruptedException {
    try (Served served = new Served(directory, 1)) {
      String password = served.passwordFile().toString();
      Program.Ended opened =
          served.program().run("-v", "account", "new", "--password-file", password).done(0);
      assertThat(opened.err()).contains("memory of secrets: LOCKED, dumpable: false");
    }
    String launcher = Files.readString(Path.of("target/dist/bin/belay"));
    assertThat(launcher)
        .contains("-XX:+DisableAttachMechanism")
        .contains("-XX:-CreateCoredumpOnCrash")
        .contains("-XX:-HeapDumpOnOutOfMemoryError");
  }

  @Test
  void theDemoRunsToItsEndInATerminal() throws IOException, InterruptedException {
    Program.Ended demo = new Program(directory).run("demo").done(0);
    System.out.println("demo in the terminal: " + demo.took().toMillis() + " ms");
    assertThat(demo.out()).contains("Done: paid twice, each once, through an outage");
  }

  @Test
  void withADisplayTheDemoOpensTheWindow() throws IOException, InterruptedException {
    try (Screen screen = new Screen();
        Screen.Shown window = screen.show(directory, "demo")) {
      window.await();
    }
  }

  @Test
  void aSecondWindowLeavesThePlaceToTheFirst() throws IOException, InterruptedException {
    try (Screen screen = new Screen();
        Screen.Shown first = screen.show(directory)) {
      first.await();
      assertThat(first.said()).isEmpty();
      try (Screen.Shown second = screen.show(directory)) {
        assertThat(second.end()).isZero();
        assertThat(second.said())
            .isEqualTo("belay: the window is open already; it comes to the front");
      }
      assertThat(first.isAlive()).isTrue();
      assertThat(screen.windows("Belay")).isEqualTo(1);
    }
  }

  @Test
  void aLinkGoesToTheWindowThatIsOpen() throws IOException, InterruptedException {
    String link = "ethereum:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed?value=1";
    try (Screen screen = new Screen();
        Screen.Shown first = screen.show(directory, "--open")) {
      first.await();
      Path data = directory.resolve("data");
      try (WatchService watch = data.getFileSystem().newWatchService()) {
        data.register(watch, ENTRY_CREATE, ENTRY_DELETE);
        try (Screen.Shown second = screen.show(directory, "--open", link)) {
          assertThat(second.end()).isZero();
          assertThat(second.said()).contains("open already");
        }
        awaitLinkLaidAndTaken(watch);
      }
      assertThat(first.isAlive()).isTrue();
      assertThat(first.said()).isEmpty();
    }
  }

  /// By the second process, and by the first; or the test's time is over.
  private static void awaitLinkLaidAndTaken(WatchService watch) throws InterruptedException {
    List<WatchEvent.Kind<?>> awaited = new ArrayList<>(List.of(ENTRY_CREATE, ENTRY_DELETE));
    while (!awaited.isEmpty()) {
      WatchKey key = watch.take();
      for (WatchEvent<?> event : key.pollEvents()) {
        if (String.valueOf(event.context()).equals("window.link")) {
          awaited.remove(event.kind());
        }
      }
      key.reset();
    }
  }
}
