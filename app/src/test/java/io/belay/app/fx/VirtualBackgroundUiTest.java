package io.belay.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.WalletException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class VirtualBackgroundUiTest {
  private final VirtualBackground background = new VirtualBackground();
  private final List<Throwable> heard = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  private Optional<Thread.UncaughtExceptionHandler> before = Optional.empty();

  /// What is thrown here on purpose must not fail the tests that come after.
  @BeforeEach
  void listenToNothing() {
    before = Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> heard.add(failure));
  }

  @AfterEach
  void listenAgain() {
    Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
  }

  @Test
  void worksElsewhereAndTellsOnTheWindowsThread() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    background.run(
        () -> Thread.currentThread().isVirtual() + "",
        virtual -> told.complete(virtual + " " + Platform.isFxApplicationThread()),
        told::completeExceptionally);
    assertThat(told.get(5, TimeUnit.SECONDS)).isEqualTo("true true");
  }

  @Test
  void surpriseWithoutCodeArrivesAsUnexpected() throws Exception {
    CompletableFuture<String> told = new CompletableFuture<>();
    background.run(
        () -> {
          throw new IllegalStateException("secret detail");
        },
        done -> told.complete("done"),
        (WalletException e) -> told.complete(e.code() + " " + e.text()));
    assertThat(told.get(5, TimeUnit.SECONDS)).isEqualTo("unexpected IllegalStateException");
    assertThat(heard).hasSize(1); // it is told as a failure of Belay's, too
  }

  @Test
  void cancelledWorkIsInterruptedAndTellsNothing() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicBoolean told = new AtomicBoolean();
    Background.Running running =
        background.run(
            () -> {
              started.countDown();
              try {
                Thread.sleep(Duration.ofMinutes(1));
                return 1;
              } finally {
                interrupted.countDown();
              }
            },
            done -> told.set(true),
            failed -> told.set(true));
    assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
    running.cancel();
    assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(told).isFalse();
  }

  @Test
  void repeatedWorkGoesOnAfterAnError() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    Background.Running running =
        background.every(
            Duration.ofMillis(5),
            () -> {
              three.countDown();
              throw new StackOverflowError();
            },
            done -> {},
            failed -> {});
    assertThat(three.await(5, TimeUnit.SECONDS)).isTrue();
    running.cancel();
    assertThat(heard).isNotEmpty().allMatch(StackOverflowError.class::isInstance);
  }

  @Test
  void repeatedWorkGoesOnAfterAFailure() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    Background.Running running =
        background.every(
            Duration.ofMillis(5),
            () -> {
              three.countDown();
              throw new WalletException("no-way-to-chain", "asked to fail");
            },
            done -> {},
            failed -> {});
    assertThat(three.await(5, TimeUnit.SECONDS)).isTrue();
    running.cancel();
  }
}
