package io.belay.app.process;

import io.belay.app.PracticeWindow;
import io.belay.app.fx.Background;
import io.belay.app.fx.VirtualBackground;
import io.belay.app.shell.FirstDayHands;
import io.belay.app.shell.Hands;
import io.belay.base.WalletException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.testfx.api.FxToolkit;

/// Prints what the window costs while nobody touches it, on the practice network, its vault open on
/// the accounts' page: heap after ten minutes and after an hour, and the processor's share.
///
/// The hour is run sixty times as fast: blocks come, and pages read, sixty times as often.
final class IdleBench {
  private static final int SPEED = 60;
  private static final int BLOCK_MILLIS = 4_000;
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SETTLE = Duration.ofMinutes(5); // the compiler is mostly done
  private static final Duration LOOK = Duration.ofMinutes(1);
  private static final double MIB = 1024 * 1024;

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
  public static void main(String[] args) throws Exception {
    FxToolkit.registerPrimaryStage();
    heap();
    processor();
    System.exit(0);
  }

  @SuppressWarnings("SystemOut") // a program for the terminal
  private static void heap() throws Exception {
    Background hurried = new Hurried(new VirtualBackground());
    try (PracticeWindow window = PracticeWindow.open(place(), BLOCK_MILLIS / SPEED, hurried)) {
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
    try (PracticeWindow window =
        PracticeWindow.open(place(), BLOCK_MILLIS, new VirtualBackground())) {
      enter(window.hands());
      Thread.sleep(SETTLE);
      Duration before = cpu();
      Thread.sleep(LOOK);
      double share = (double) cpu().minus(before).toNanos() / LOOK.toNanos();
      System.out.printf("idle, a block every 4 s: %.1f %% of one processor%n", share * 100);
    }
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

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static double used() throws InterruptedException {
    for (int i = 0; i < 3; i++) { // what only cleaners free takes more than one
      System.gc();
      Thread.sleep(100);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }
}
