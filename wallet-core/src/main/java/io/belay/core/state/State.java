package io.belay.core.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A value that changes and tells. A new subscriber hears the present value at once, then each
/// later one, on the thread that set it; equal values are not told twice.
///
/// @param <T> an immutable type with value equality
public final class State<T> {
  private final Object lock = new Object();
  private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
  private T value;

  /// Starts with a value.
  public State(T initial) {
    this.value = initial;
  }

  /// The present value.
  public T get() {
    synchronized (lock) {
      return value;
    }
  }

  /// Sets the value and tells the listeners if it differs.
  public void set(T next) {
    update(old -> next);
  }

  /// Replaces the value by a function of the old one, atomically; the function must be pure.
  public void update(UnaryOperator<T> change) {
    T next;
    synchronized (lock) {
      next = change.apply(value);
      if (next.equals(value)) {
        return;
      }
      value = next;
    }
    // told outside the lock, so that a listener may read or subscribe
    listeners.forEach(listener -> listener.accept(next));
  }

  /// Hears the present value now and each later one until closed.
  public Subscription subscribe(Consumer<? super T> listener) {
    listeners.add(listener);
    listener.accept(get());
    return () -> listeners.remove(listener);
  }
}
