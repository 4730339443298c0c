package io.belay.app.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;

/// Lets the caret rest while nobody is there, as over a night at the password's field: to blink it,
/// the toolkit draws sixty times a second. Used on the JavaFX thread.
final class RestingCaret {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Scene scene;
  private final InstantSource monotonic;
  private Instant touched;
  private Optional<TextInputControl> resting = Optional.empty();

  RestingCaret(Scene scene, InstantSource monotonic) {
    this.scene = scene;
    this.monotonic = monotonic;
    this.touched = monotonic.instant();
  }

  /// Somebody is there: it blinks again.
  void touched() {
    touched = monotonic.instant();
    // one that has lost the focus has no caret to blink
    resting.filter(TextInputControl::isFocused).ifPresent(field -> blink(field, true));
    resting = Optional.empty();
  }

  /// Looks at the clock; to be called every second or so.
  void tick() {
    boolean idle = Duration.between(touched, monotonic.instant()).compareTo(SOON) >= 0;
    if (idle && scene.getFocusOwner() instanceof TextInputControl field && field.isFocused()) {
      blink(field, false);
      resting = Optional.of(field);
    }
  }

  private static void blink(TextInputControl field, boolean on) {
    if (field.getSkin() instanceof TextInputControlSkin<?> skin) {
      skin.setCaretAnimating(on);
    }
  }
}
