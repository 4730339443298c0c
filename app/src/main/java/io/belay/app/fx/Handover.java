package io.belay.app.fx;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A result that must be given back if nobody takes it: between a job that makes it and a window
/// that may have stopped waiting meanwhile, exactly one side ends up with it.
///
/// @param <T> the result's type
public final class Handover<T> {
  private final AtomicReference<Optional<T>> offered = new AtomicReference<>(Optional.empty());

  /// The job's side: offers the result, unless the job was cancelled; then it is given back here.
  ///
  /// @throws InterruptedException where the job was cancelled
  public T offer(T made, Consumer<T> giveBack) throws InterruptedException {
    Optional<T> offer = Optional.of(made);
    offered.set(offer);
    if (Thread.interrupted()) {
      if (offered.compareAndSet(offer, Optional.empty())) {
        giveBack.accept(made);
      }
      throw new InterruptedException();
    }
    return made;
  }

  /// The window's side, after taking the result or after cancelling the job: what was offered and
  /// not taken before.
  public Optional<T> take() {
    return offered.getAndSet(Optional.empty());
  }
}
