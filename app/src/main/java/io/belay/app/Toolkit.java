package io.belay.app;

import io.belay.app.fx.Theme;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Starts JavaFX. A class without a log of its own, as making the first one takes as long as
/// opening the data does, and the window waits for this.
final class Toolkit {
  private Toolkit() {}

  /// Starts JavaFX and makes it ready to draw, which takes about as long as opening the data does,
  /// beside that.
  ///
  /// @param then what the window's thread does next, as long as nobody draws
  /// @return done when it has started; fails where there is no display, see [Display#refusal]
  static CompletableFuture<Theme> start(Consumer<Theme> then) {
    CompletableFuture<Theme> ready = new CompletableFuture<>();
    Thread.ofPlatform().name("belay-toolkit").start(() -> start(ready, then));
    return ready;
  }

  /// JavaFX warns at every start that it is on the class path, which is meant so where it is. A
  /// class of its own: the packaged program, which has JavaFX in its runtime, makes no such log.
  private static final class Quiet {
    /// Kept, or what was set at it may be forgotten.
    static final Logger JAVAFX = Logger.getLogger("javafx");

    private Quiet() {}
  }

  private static void start(CompletableFuture<Theme> ready, Consumer<Theme> then) {
    try {
      if (!Platform.class.getModule().isNamed()) {
        Quiet.JAVAFX.setLevel(Level.SEVERE);
      }
      Platform.startup(() -> rehearse(ready, then));
      Theme.readPictures(); // here, as the window's thread has enough to do
    } catch (RuntimeException | Error e) {
      ready.completeExceptionally(e); // whoever waits for it decides
    }
  }

  private static void rehearse(CompletableFuture<Theme> ready, Consumer<Theme> then) {
    try {
      Theme theme = new Theme(Optional.empty());
      theme.rehearse();
      ready.complete(theme);
      then.accept(theme);
    } catch (RuntimeException | Error e) {
      ready.completeExceptionally(e);
    }
  }
}
