package io.belay.app.fx;

import io.belay.base.WalletException;
import java.time.Duration;
import java.util.function.Consumer;

/// Carries blocking work away from the window's thread and its results back.
public interface Background {
  /// Work that may block; interrupting it cancels.
  interface Job<T> {
    /// Does the work.
    T run() throws InterruptedException;
  }

  /// Work under way.
  interface Running {
    /// Cancels; neither `done` nor `failed` is called after this.
    void cancel();
  }

  /// Runs a job away from the window's thread, then one of the two there. Surprises without a code
  /// of their own arrive as `unexpected`.
  <T> Running run(Job<T> job, Consumer<T> done, Consumer<WalletException> failed);

  /// Runs a job now and again after each pause, until cancelled.
  <T> Running every(Duration pause, Job<T> job, Consumer<T> done, Consumer<WalletException> failed);

  /// Runs on the window's thread, soon.
  void onUi(Runnable action);
}
