package io.belay.app.fx;

import io.belay.core.state.State;
import io.belay.core.state.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Carries a `State` to the window's thread. Changes that come faster than the window draws are
/// told once, with the last value.
public final class FxBind {
  private FxBind() {}

  /// Hears the present value and later ones on the window's thread, until closed.
  public static <T> Subscription listen(
      State<T> state, Background background, Consumer<? super T> listener) {
    AtomicBoolean waiting = new AtomicBoolean();
    AtomicBoolean closed = new AtomicBoolean();
    Subscription inner =
        state.subscribe(value -> {
          if (waiting.compareAndSet(false, true)) {
            background.onUi(() -> {
              waiting.set(false);
              if (!closed.get()) {
                listener.accept(state.get());
              }
            });
          }
        });
    return () -> {
      closed.set(true);
      inner.close();
    };
  }
}
