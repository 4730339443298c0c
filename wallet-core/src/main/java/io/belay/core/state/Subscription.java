package io.belay.core.state;

/// A standing wish to hear of changes; ends when closed.
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
