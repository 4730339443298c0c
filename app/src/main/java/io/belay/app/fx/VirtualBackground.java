package io.belay.app.fx;

import io.belay.base.WalletException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Work on virtual threads, results on the JavaFX thread.
public final class VirtualBackground implements Background {
  @Override
  public <T> Running run(Job<T> job, Consumer<T> done, Consumer<WalletException> failed) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread thread = Thread.ofVirtual().start(() -> once(job, done, failed, cancelled));
    return stop(thread, cancelled);
  }

  @Override
  public <T> Running every(
      Duration pause, Job<T> job, Consumer<T> done, Consumer<WalletException> failed) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              while (!cancelled.get() && once(job, done, failed, cancelled)) {
                try {
                  Thread.sleep(pause);
                } catch (InterruptedException e) {
                  return; // cancelled
                }
              }
            });
    return stop(thread, cancelled);
  }

  @Override
  public void onUi(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  private static Running stop(Thread thread, AtomicBoolean cancelled) {
    return () -> {
      cancelled.set(true);
      thread.interrupt();
    };
  }

  /// @return whether to go on
  private static <T> boolean once(
      Job<T> job, Consumer<T> done, Consumer<WalletException> failed, AtomicBoolean cancelled) {
    try {
      T result = job.run();
      Platform.runLater(() -> unless(cancelled, () -> done.accept(result)));
      return true;
    } catch (InterruptedException e) {
      return false; // cancelled
    } catch (WalletException e) {
      Platform.runLater(() -> unless(cancelled, () -> failed.accept(e)));
      return true;
    } catch (RuntimeException | Error e) {
      // the border between work and window: whatever it was, the person is told, and work that
      // repeats goes on
      unless(cancelled, () -> Surprises.tell(e));
      WalletException told = new WalletException("unexpected", e.getClass().getSimpleName(), e);
      Platform.runLater(() -> unless(cancelled, () -> failed.accept(told)));
      return true;
    }
  }

  private static void unless(AtomicBoolean cancelled, Runnable action) {
    if (!cancelled.get()) {
      action.run();
    }
  }
}
