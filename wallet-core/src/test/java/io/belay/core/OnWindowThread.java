package io.belay.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/// Does what must not be done: calls from a thread that bears the name of the window's.
public final class OnWindowThread {
  private OnWindowThread() {}

  /// Asserts that a call is refused there before it began anything, as waiting for this.
  public static void isRefused(String what, Callable<?> call) throws Exception {
    FutureTask<Throwable> refusal =
        new FutureTask<>(() -> {
          try {
            call.call();
            return new AssertionError("nothing was refused");
          } catch (IllegalStateException e) {
            return e;
          }
        });
    Thread.ofPlatform().name("JavaFX Application Thread").start(refusal);
    assertThat(refusal.get())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the window's thread must not wait for " + what);
  }
}
