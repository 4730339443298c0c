package io.belay.app.fx;

import io.belay.base.WalletException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The twin of the virtual background for tests: all work is done at once on the calling thread;
/// repeated work is done once, and again by [#tick].
public final class SameThread implements Background {
  private final List<Runnable> repeated = new ArrayList<>();
  private final List<Runnable> parked = new ArrayList<>();
  private boolean parking;
  private boolean held;
  private boolean silent;

  @Override
  public <T> Running run(Job<T> job, Consumer<T> done, Consumer<WalletException> failed) {
    if (held) {
      return () -> {};
    }
    if (parking) {
      Runnable later = () -> run(job, done, failed);
      parked.add(later);
      return () -> parked.remove(later);
    }
    try {
      T result = job.run();
      if (!silent) {
        done.accept(result);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts here", e);
    } catch (WalletException e) {
      failed.accept(e);
    }
    return () -> {};
  }

  @Override
  public <T> Running every(
      Duration pause, Job<T> job, Consumer<T> done, Consumer<WalletException> failed) {
    Runnable again = () -> run(job, done, failed);
    repeated.add(again);
    again.run();
    return () -> repeated.remove(again);
  }

  @Override
  public void onUi(Runnable action) {
    action.run();
  }

  /// From now on no work comes to an end.
  public void hold() {
    held = true;
  }

  /// From now on work waits for [#unpark].
  public void park() {
    parking = true;
  }

  /// Does the work that waits, and from now on all at once again.
  public void unpark() {
    parking = false;
    List<Runnable> waited = List.copyOf(parked);
    parked.clear();
    waited.forEach(Runnable::run);
  }

  /// From now on work is done, but nobody hears of what it made.
  public void holdResults() {
    silent = true;
  }

  /// Does the repeated work once more.
  public void tick() {
    List.copyOf(repeated).forEach(Runnable::run);
  }

  /// How much work repeats.
  public int repeating() {
    return repeated.size();
  }
}
