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
import java.util.stream.Stream;

/// Starts the program: the window without arguments, else the command line. Not an `Application`:
/// on the class path JavaFX refuses a main class that is one.
public final class Main {
  private Main() {}

  /// Opens the window or runs a command.
  ///
  /// @param args none for the window, or `--open` and a link; else a call of the command line
  public static void main(String[] args) {
    if (List.of(args).contains("-v") || List.of(args).contains("--verbose")) {
      System.setProperty("belay.log", "DEBUG"); // read when the first logger is made
    }
    if (List.of(args).equals(List.of("demo")) && Display.isThere()) {
      demoInWindow();
      return;
    }
    if (List.of(args).equals(List.of("--version"))) {
      System.out.println("belay " + Version.NUMBER); // as the commands say it, without making any
      return;
    }
    boolean link = args.length > 0 && args.length < 3 && args[0].equals("--open");
    if (args.length > 0 && !link) {
      System.exit(new Cli(Wiring::new, Version.NUMBER).run(args));
    }
    if (!Display.isThere()) {
      refuseWindow(Display.NONE);
    }
    CompletableFuture<Theme> toolkit = Toolkit.start(theme -> {});
    Path directory = Places.dataDirectory(Optional.empty());
    try {
      openWindow(directory, Stream.of(args).skip(1).findFirst(), toolkit);
    } catch (CompletionException e) {
      refuseWindow(Display.refusal(e)); // such as a display that is named and cannot be opened
    } catch (WalletException e) {
      refuseData(e, directory, toolkit);
    }
  }

  private static void openWindow(
      Path directory, Optional<String> link, CompletableFuture<Theme> toolkit) {
    Wiring data = new Wiring(directory);
    Optional<WindowLock> lock = WindowLock.take(data.directory());
    LinkBox box = new LinkBox(data.directory());
    if (lock.isPresent()) {
      box.clear(); // nobody was there to show it, and that may be long ago
      Window.start(data, new Window.Seat(box, lock.get()), link, toolkit);
      return;
    }
    link.ifPresent(uri -> hand(uri, box));
    WindowLock.raise(data.directory());
    System.err.println("belay: the window is open already; it comes to the front");
    System.exit(0);
  }

  /// The window comes to the front in any case.
  private static void hand(String uri, LinkBox box) {
    try {
      box.put(uri);
    } catch (WalletException e) {
      System.err.println("belay: " + e.text());
    }
  }

  /// Who started Belay from a terminal reads the reason there, everybody in a window.
  private static void refuseData(
      WalletException why, Path directory, CompletableFuture<Theme> toolkit) {
    System.err.println("belay: " + why.text());
    try {
      Window.refuse(why, directory, toolkit);
    } catch (CompletionException e) {
      // no window after all: it was said already
    }
    System.exit(1);
  }

  /// A display that is named but cannot be opened leaves the terminal.
  private static void demoInWindow() {
    CompletableFuture<Theme> toolkit = Toolkit.start(Theme::rehearseList);
    try {
      startDemo(ThrowAway.open(Wiring::new), toolkit);
    } catch (WalletException e) {
      // no data of the user's is concerned, so that the terminal is enough
      System.err.println("belay: " + e.text());
      System.exit(1);
    }
  }

  private static void startDemo(ThrowAway place, CompletableFuture<Theme> toolkit) {
    try {
      Window.startDemo(place, toolkit);
    } catch (CompletionException e) {
      place.close();
      System.exit(new Cli(Wiring::new, Version.NUMBER).run("demo"));
    } catch (WalletException e) {
      place.close();
      throw e;
    }
  }

  private static void refuseWindow(String why) {
    System.err.println("belay: " + why + "; `belay --help` lists what works without one");
    System.exit(2);
  }
}
