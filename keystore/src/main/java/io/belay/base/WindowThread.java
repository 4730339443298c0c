package io.belay.base;

/// The thread that draws the window must not wait: not for the disk, an endpoint, a password's key
/// or a lock. What waits calls this first, so that a mistake is found at once and not on the day
/// that the disk is slow.
public final class WindowThread {
  // told by its name: the toolkit gives it, and neither the core nor the command line knows more
  private static final String NAME = "JavaFX Application Thread";

  private WindowThread() {}

  /// Refuses to wait on the window's thread; nothing was begun then.
  ///
  /// @param what would be waited for
  /// @throws IllegalStateException on the window's thread
  public static void mustNotWait(String what) {
    if (Thread.currentThread().getName().equals(NAME)) {
      throw new IllegalStateException("the window's thread must not wait for " + what);
    }
  }
}
