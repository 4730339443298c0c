package io.belay.app.fx;

import javafx.application.Platform;

/// How much may move by itself.
public final class Motion {
  private Motion() {}

  /// Whether the system is set to reduce motion. To be asked on the JavaFX thread.
  public static boolean isReduced() {
    return Platform.getPreferences().isReducedMotion();
  }
}
