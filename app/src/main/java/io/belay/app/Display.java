package io.belay.app;

import java.util.Locale;

/// Whether a window can be opened here.
final class Display {
  /// What is said without one.
  static final String NONE = "no display for the window";

  private Display() {}

  /// On Linux it takes an X display; elsewhere there is always one.
  static boolean isThere() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    String display = System.getenv("DISPLAY");
    return !linux || (display != null && !display.isBlank());
  }

  /// Why there is no window, for the terminal.
  ///
  /// @param failure what became of starting the toolkit or of drawing
  static String refusal(Throwable failure) {
    Throwable cause = failure;
    for (Throwable inner = failure.getCause(); inner != null; inner = inner.getCause()) {
      cause = inner;
    }
    // Glass says so of an X display that cannot be opened, and the like of libraries it cannot load
    boolean display =
        cause instanceof UnsupportedOperationException
            && String.valueOf(cause.getMessage()).contains("DISPLAY");
    return display ? NONE : "the window cannot be drawn here: " + cause;
  }
}
