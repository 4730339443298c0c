package io.belay.app;

import java.util.Locale;

/// Whether a window can be opened here.
final class Display {
  private Display() {}

  /// On Linux it takes an X display; elsewhere there is always one.
  static boolean isThere() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    String display = System.getenv("DISPLAY");
    return !linux || (display != null && !display.isBlank());
  }
}
