package io.belay.app.process;

import io.belay.app.PracticeWindow;
import io.belay.app.fx.Background;
import io.belay.app.fx.VirtualBackground;
import io.belay.app.shell.FirstDayHands;
import io.belay.app.shell.Hands;
import io.belay.app.vault.IdleLimit;
import io.belay.base.WalletException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.testfx.api.FxToolkit;

/// Prints what the window costs while nobody touches it, on the practice network, its vault open on
/// the accounts' page: heap after ten minutes and after an hour, and the processor's share beside a
/// bare window's.
///
/// The hour is run sixty times as fast: blocks come, and pages read, sixty times as often. The
/// share is that of a process of its own on an X display, the practice chain in it. Linux with
/// Xvfb.
final class IdleBench {
  private static final int SPEED = 60;
  private static final int HURRIED_BLOCK_MILLIS = 4_000 / SPEED;
  private static final int BLOCK_MILLIS = 12_000; // as on Ethereum
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SETTLE =
      Duration.ofMinutes(3); // so that starting is over; the compiler is not done
  private static final Duration LOOK = Duration.ofMinutes(1);
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
  /// @param args `stay`: only opens the window
  public static void main(String[] args) throws Exception {
    if (List.of(args).contains(STAY)) {
      stay();
      return;
    }
    heap();
    processor();
    System.exit(0);
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void stay() throws Exception {
    FxToolkit.registerPrimaryStage();
    PracticeWindow window = PracticeWindow.open(place(), BLOCK_MILLIS, new VirtualBackground());
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
    Path place = place();
    try (Screen screen = new Screen();
        Screen.Shown bare = screen.start(place, BareWindow.command());
        Screen.Shown window = screen.start(place, command())) {
      while (!window.said().contains(READY)) {
        if (!window.isAlive()) {
          throw new IllegalStateException("ended: " + window.said());
        }
        Thread.sleep(100);
      }
      Thread.sleep(SETTLE);
      print("idle, a block every 12 s", window, bare);
      Thread.sleep(IdleLimit.USUAL);
      print("idle and locked", window, bare);
    }
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void print(String what, Screen.Shown window, Screen.Shown bare)
      throws InterruptedException {
    Duration windowBefore = cpu(window);
    Duration bareBefore = cpu(bare);
    Thread.sleep(LOOK);
    System.out.printf(
        "%s: %.1f %% of one processor; a bare window %.1f %%%n",
        what, share(cpu(window).minus(windowBefore)), share(cpu(bare).minus(bareBefore)));
  }

  private static List<String> command() {
    return Screen.java(
        System.getProperty("java.class.path"),
        "-Duser.language=en",
        "-Duser.country=GB",
        IdleBench.class.getName(),
        STAY);
  }

  private static void enter(Hands hands) throws Exception {
    new FirstDayHands(hands).practise("nine ropes and a carabiner");
    hands.awaitThat(
        "a balance",
        () -> hands.stage().getScene().getRoot().lookup("#accounts-table .chip.proven") != null);
  }

  private static Path place() throws java.io.IOException {
    return Files.createTempDirectory(Path.of("target"), "idle");
  }

  private static Duration cpu(Screen.Shown shown) {
    return ProcessHandle.of(shown.pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow();
  }

  private static double share(Duration busy) {
    return 100.0 * busy.toNanos() / LOOK.toNanos();
  }

  private static double used() throws InterruptedException {
    for (int i = 0; i < 3; i++) { // what only cleaners free takes more than one
      System.gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }
}
