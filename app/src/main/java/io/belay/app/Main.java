package io.belay.app;

import io.belay.app.cli.Cli;
import io.belay.app.cli.Places;
import io.belay.base.WalletException;
import io.belay.keystore.vault.KdfCost;
import java.util.Optional;

/// Starts the program: the window without arguments, else the command line. Not an `Application`:
/// on the class path JavaFX refuses a main class that is one.
public final class Main {
  private static final String VERSION = "0.1.0";

  private Main() {}

  /// Opens the window or runs a command.
  ///
  /// @param args none for the window; else a call of the command line
  public static void main(String[] args) {
    if (args.length > 0) {
      System.exit(new Cli(Wiring::new, VERSION).run(args));
    }
    if (!Display.isThere()) {
      refuseWindow();
    }
    try {
      Wiring wiring = new Wiring(Places.dataDirectory(Optional.empty()));
      Window.start(wiring, Window.vaults(wiring, KdfCost.calibrated(), false), Optional.empty());
    } catch (UnsupportedOperationException e) {
      refuseWindow(); // a display is named, but cannot be opened
    } catch (WalletException e) {
      System.err.println("belay: " + e.text());
      System.exit(1);
    }
  }

  private static void refuseWindow() {
    System.err.println("belay: no display for the window; `belay --help` lists what works here");
    System.exit(2);
  }
}
