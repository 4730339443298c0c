package io.belay.app.notices;

/// Tells a person who looks elsewhere, by the system's own means.
@FunctionalInterface
public interface Notifier {
  /// Tells it. May block for a moment; fails silently.
  void tell(String title, String detail);
}
