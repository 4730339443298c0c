package io.belay.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Prints how fast the built program starts, and what memory it takes, turn by turn with a bare
/// JavaFX window: `mvn -q -DskipTests -Pbench package`. Linux with Xvfb.
final class StartBench {
  private static final int ROUNDS = 9;
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration AT_REST = Duration.ofSeconds(3);

  private final List<Figure> bare = new ArrayList<>();
  private final List<Figure> window = new ArrayList<>();
  private final List<Figure> shownBalance = new ArrayList<>();
  private final List<Figure> balance = new ArrayList<>();

  /// One start.
  ///
  /// @param millis from the process's start on
  /// @param kib most memory resident at once
  private record Figure(long millis, long kib) {}

  private StartBench() {}

  /// Runs it in a throw-away directory.
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("belay-bench");
    try (Served served = new Served(directory, 4);
        Screen screen = new Screen()) {
      StartBench bench = new StartBench();
      Path launcher = demoLauncher();
      for (int round = 0; round < ROUNDS; round++) {
        bench.round(served, screen, directory, launcher);
      }
      bench.print();
    } finally {
      delete(directory);
    }
  }

  private void round(Served served, Screen screen, Path directory, Path launcher)
      throws IOException, InterruptedException {
    bare.add(window(screen.start(directory, BareWindow.command()), BareWindow.TITLE));
    window.add(window(screen.show(directory), "Belay"));
    shownBalance.add(shown(screen.start(directory, List.of(launcher.toString(), "demo"))));
    balance.add(balance(served));
  }

  /// The launcher as it is, but for what says when a balance is shown.
  private static Path demoLauncher() throws IOException {
    Path bin = Path.of("target/dist/bin").toAbsolutePath();
    String script = Files.readString(bin.resolve("belay"));
    Path copy = bin.resolve("belay-first-balance");
    String start = "-cp \"$here/lib/*\" io.belay.app.Main";
    if (!script.contains(start)) {
      throw new IllegalStateException("the launcher starts otherwise than this knows");
    }
    Files.writeString(
        copy,
        script.replace(
            start,
            "-cp \"$here/lib/*:"
                + Path.of("target/test-classes").toAbsolutePath()
                + "\" "
                + FirstBalance.class.getName()));
    Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(bin.resolve("belay")));
    copy.toFile().deleteOnExit();
    return copy;
  }

  private static Figure shown(Screen.Shown shown) throws IOException, InterruptedException {
    try (shown) {
      long since = System.nanoTime();
      while (!shown.said().contains(FirstBalance.SHOWN)) {
        if (!shown.isAlive()) {
          throw new IllegalStateException("ended: " + shown.said());
        }
        Thread.sleep(LOOK);
      }
      return new Figure(Duration.ofNanos(System.nanoTime() - since).toMillis(), peak(shown.pid()));
    }
  }

  private static Figure window(Screen.Shown shown, String title)
      throws IOException, InterruptedException {
    try (shown) {
      long millis = shown.await(title, LOOK).toMillis();
      Thread.sleep(AT_REST);
      return new Figure(millis, peak(shown.pid()));
    }
  }

  private static Figure balance(Served served) throws IOException, InterruptedException {
    Program.Running running = served.program().start("balance", served.account(), "--json");
    long kib = 0;
    while (running.process().isAlive()) {
      kib = Math.max(kib, peak(running.process().pid()));
      Thread.sleep(LOOK);
    }
    Program.Ended ended = running.await().done(0);
    if (!ended.json().get(0).path("evidence").asString().equals("proven")) {
      throw new IllegalStateException("not proven: " + ended.out());
    }
    return new Figure(ended.took().toMillis(), kib);
  }

  /// The most memory a process has had resident, KiB; 0 once it is gone.
  private static long peak(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (java.io.UncheckedIOException | java.nio.file.NoSuchFileException e) {
      return 0; // it ended meanwhile
    }
  }

  private double ratio(List<Figure> figures) {
    return (double) median(figures) / median(bare);
  }

  private static long median(List<Figure> figures) {
    return figures.stream().mapToLong(Figure::millis).sorted().toArray()[figures.size() / 2];
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private void print() {
    print("bare JavaFX window", bare);
    print("Belay's window", window);
    print("window's first balance", shownBalance);
    print("belay balance, proven", balance);
    System.out.printf(
        "window beside bare: %.2f; first proven practice balance in it (belay demo): %.2f%n",
        ratio(window), ratio(shownBalance));
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void print(String what, List<Figure> figures) {
    List<Figure> sorted =
        figures.stream().sorted(Comparator.comparingLong(Figure::millis)).toList();
    System.out.printf(
        "%-22s median %d ms (%d to %d), most memory %d MiB%n",
        what,
        sorted.get(sorted.size() / 2).millis(),
        sorted.getFirst().millis(),
        sorted.getLast().millis(),
        figures.stream().mapToLong(Figure::kib).max().orElse(0) / 1024);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
