package io.belay.app.fake;

import io.belay.app.fx.Background;
import io.belay.app.fx.SameThread;
import io.belay.base.WalletException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// A background whose work waits until a test has it done, in its order.
public final class Later implements Background {
  private final SameThread thread = new SameThread();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int begun;

  @Override
  public <T> Running run(Job<T> job, Consumer<T> done, Consumer<WalletException> failed) {
    Runnable work = () -> thread.run(job, done, failed);
    begun++;
    waiting.add(work);
    return () -> waiting.remove(work);
  }

  @Override
  public <T> Running every(
      Duration pause, Job<T> job, Consumer<T> done, Consumer<WalletException> failed) {
    return run(job, done, failed);
  }

  @Override
  public void onUi(Runnable action) {
    action.run();
  }

  /// Does what has waited longest, to its end.
  public void next() {
    waiting.removeFirst().run();
  }

  /// How much work was ever begun, also such as was cancelled.
  public int begun() {
    return begun;
  }

  /// How much work waits.
  public int size() {
    return waiting.size();
  }
}
