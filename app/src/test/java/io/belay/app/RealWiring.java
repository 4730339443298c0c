package io.belay.app;

import io.belay.app.cli.DataDirectory;

/// Lets tests of other packages open data directories as the program does.
public final class RealWiring {
  private RealWiring() {}

  /// Opens what the program opens.
  public static DataDirectory.Opener opener() {
    return Wiring::new;
  }
}
