package io.belay.app;

import io.belay.app.cli.Cli;
import io.belay.app.cli.Places;
import io.belay.app.cli.ThrowAway;
import io.belay.app.fx.Theme;
import io.belay.app.fx.Version;
import io.belay.base.WalletException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Starts the program: the window without arguments, else the command line. Not an `Application`:
/// on the class path JavaFX refuses a main class that is one.
public final class Main {
  private Main() {}

  /// Opens the window or runs a command.
  ///
  /// @param args none for the window; else a call of the command line
  public static void main(String[] args) {
    if (List.of(args).contains("-v") || List.of(args).contains("--verbose")) {
      System.setProperty("belay.log", "DEBUG"); // read when the first logger is made
    }
    if (List.of(args).equals(List.of("demo")) && Display.isThere()) {
      demoInWindow();
      return;
    }
    if (args.length > 0) {
      System.exit(new Cli(Wiring::new, Version.NUMBER).run(args));
    }
    if (!Display.isThere()) {
      refuseWindow();
    }
    try {
      openWindow(Places.dataDirectory(Optional.empty()));
    } catch (CompletionException e) {
      refuseWindow(); // a display is named, but cannot be opened
    } catch (WalletException e) {
      System.err.println("belay: " + e.text());
      System.exit(1);
    }
  }

  private static void openWindow(Path directory) {
    CompletableFuture<Theme> toolkit = Window.startToolkit();
    Wiring data = new Wiring(directory);
    Optional<WindowLock> lock = WindowLock.take(data.directory());
    if (lock.isPresent()) {
      Window.start(data, data.directory(), lock.get(), toolkit);
      return;
    }
    WindowLock.raise(data.directory());
    System.err.println("belay: the window is open already; it comes to the front");
    System.exit(0);
  }

  /// A display that is named but cannot be opened leaves the terminal.
  private static void demoInWindow() {
    CompletableFuture<Theme> toolkit = Window.startToolkit();
    ThrowAway place = ThrowAway.open(Wiring::new);
    try {
      Window.startDemo(place, toolkit);
    } catch (CompletionException e) {
      place.close();
      System.exit(new Cli(Wiring::new, Version.NUMBER).run("demo"));
    }
  }

  private static void refuseWindow() {
    System.err.println("belay: no display for the window; `belay --help` lists what works here");
    System.exit(2);
  }
}
