package io.belay.app.process;

import io.belay.app.PracticeWindow;
import io.belay.app.fx.Background;
import io.belay.app.fx.VirtualBackground;
import io.belay.app.shell.FirstDayHands;
import io.belay.app.shell.Hands;
import io.belay.app.vault.IdleLimit;
import io.belay.base.WalletException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.testfx.api.FxToolkit;

/// Prints what the window costs while nobody touches it, on the practice network, on the accounts'
/// page: heap after ten minutes and after an hour, and the processor's share beside a bare
/// window's.
///
/// The hour is run sixty times as fast: blocks come, and pages read, sixty times as often. The
/// share is that of processes of their own on an X display, one with its vault open and one that
/// has locked it, as it does when nobody comes, with the options of the packaged program; the
/// practice chain, which no other network needs, is in processes beside them. Linux with Xvfb.
final class IdleBench {
  private static final int SPEED = 60;
  private static final int HURRIED_BLOCK_MILLIS = 4_000 / SPEED;
  private static final int BLOCK_MILLIS = 12_000; // as on Ethereum
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SETTLE = TEN_MINUTES; // then the compiler is done, too
  private static final Duration LOOK = Duration.ofMinutes(2);
  private static final double MIB = 1024 * 1024;
  private static final String STAY = "stay";
  private static final String READY = "there";

  private IdleBench() {}

  /// Waits less between two times of what repeats.
  ///
  /// @param real does the work
  private record Hurried(Background real) implements Background {
    @Override
    public <T> Running run(Job<T> job, Consumer<T> done, Consumer<WalletException> failed) {
      return real.run(job, done, failed);
    }

    @Override
    public <T> Running every(
        Duration pause, Job<T> job, Consumer<T> done, Consumer<WalletException> failed) {
      return real.every(pause.dividedBy(SPEED), job, done, failed);
    }

    @Override
    public void onUi(Runnable action) {
      real.onUi(action);
    }
  }

  /// Runs it.
  ///
  /// @param args `stay` and after how many minutes the vault is locked: only opens the window
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      stay(Duration.ofMinutes(Long.parseLong(args[1])));
      return;
    }
    heap();
    processor();
    System.exit(0);
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void stay(Duration limit) throws Exception {
    FxToolkit.registerPrimaryStage();
    Path place = Path.of(System.getenv("BELAY_DATA_DIR"));
    PracticeWindow.lockAfter(place, limit);
    PracticeWindow window = PracticeWindow.open(place, BLOCK_MILLIS, new VirtualBackground());
    enter(window.hands());
    System.out.println(READY);
    new CountDownLatch(1).await(); // until the process is ended
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void heap() throws Exception {
    FxToolkit.registerPrimaryStage();
    Background hurried = new Hurried(new VirtualBackground());
    try (PracticeWindow window = PracticeWindow.open(place(), HURRIED_BLOCK_MILLIS, hurried)) {
      enter(window.hands());
      Thread.sleep(TEN_MINUTES.dividedBy(SPEED));
      double early = used();
      Thread.sleep(HOUR.minus(TEN_MINUTES).dividedBy(SPEED));
      double late = used();
      System.out.printf(
          "idle heap after 10 min %.1f MiB, after an hour %.1f MiB: %+.1f%n",
          early, late, late - early);
    }
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void processor() throws Exception {
    try (Screen screen = new Screen();
        Screen.Shown bare = screen.start(place(), BareWindow.command());
        Wallet open = new Wallet(screen, IdleLimit.CHOICES.getLast());
        Wallet locked = new Wallet(screen, IdleLimit.USUAL)) {
      Thread.sleep(SETTLE);
      List<Screen.Shown> all = List.of(open.window(), locked.window(), bare);
      List<Duration> before = all.stream().map(IdleBench::cpu).toList();
      Thread.sleep(LOOK);
      List<Duration> after = all.stream().map(IdleBench::cpu).toList();
      System.out.printf(
          "idle, of one processor: %.1f %% with the vault open, %.1f %% locked; a bare window"
              + " %.1f %%%n",
          share(before.get(0), after.get(0)),
          share(before.get(1), after.get(1)),
          share(before.get(2), after.get(2)));
    }
  }

  /// A window, entered, and a process that keeps its practice chain.
  private static final class Wallet implements AutoCloseable {
    private final Screen.Shown chain;
    private final Screen.Shown window;

    Wallet(Screen screen, Duration limit) throws Exception {
      Path place = place();
      String seconds = Integer.toString(BLOCK_MILLIS / 1000);
      this.chain = screen.show(place, "practice", "serve", "--block-time", seconds);
      await(chain, "controls");
      this.window = screen.start(place, command(limit));
      await(window, READY);
    }

    Screen.Shown window() {
      return window;
    }

    @Override
    public void close() {
      window.close();
      chain.close();
    }
  }

  private static void await(Screen.Shown shown, String word) throws Exception {
    while (!shown.said().contains(word)) {
      if (!shown.isAlive()) {
        throw new IllegalStateException("ended: " + shown.said());
      }
      Thread.sleep(100);
    }
  }

  private static List<String> command(Duration limit) throws IOException {
    List<String> rest = new ArrayList<>(Files.readAllLines(Path.of("../packaging/jvm.options")));
    rest.addAll(List.of("-Duser.language=en", "-Duser.country=GB"));
    rest.addAll(List.of(IdleBench.class.getName(), STAY, Long.toString(limit.toMinutes())));
    return Screen.java(System.getProperty("java.class.path"), rest.toArray(String[]::new));
  }

  private static void enter(Hands hands) throws Exception {
    new FirstDayHands(hands).practise("nine ropes and a carabiner");
    hands.awaitThat(
        "a balance",
        () -> hands.stage().getScene().getRoot().lookup("#accounts-table .chip.proven") != null);
  }

  private static Path place() throws IOException {
    return Files.createTempDirectory(Path.of("target"), "idle");
  }

  private static Duration cpu(Screen.Shown shown) {
    return ProcessHandle.of(shown.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  private static double share(Duration before, Duration after) {
    return 100.0 * after.minus(before).toNanos() / LOOK.toNanos();
  }

  private static double used() throws InterruptedException {
    for (int i = 0; i < 3; i++) { // what only cleaners free takes more than one
      System.gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }
}
