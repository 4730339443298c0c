package io.belay.app.shell;

import io.belay.app.fx.Theme;
import io.belay.app.fx.Zoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// The pictures that tests keep of the window. The one switch: usually in light at 100 %; with
/// `-Pfull` (`belay.full`) in light and in dark, at 100 % and at 200 %.
///
/// @param stage the window
record Pictures(Stage stage) {
  private static final boolean FULL = Boolean.getBoolean("belay.full");
  private static final double WIDE = 1600;
  private static final double HIGH = 1200;

  /// One in this scheme, which is the present one.
  void one(String name, Theme.Scheme scheme) throws IOException {
    if (FULL || scheme == Theme.Scheme.LIGHT) {
      keep(name + "-" + word(scheme));
    }
  }

  /// One in the present scheme.
  void one(String name) throws IOException {
    one(name, present());
  }

  /// All of them; afterwards the window is as it was.
  void all(String name) throws IOException {
    Theme.Scheme scheme = present();
    one(name, scheme);
    if (!FULL) {
      return;
    }
    large(name, scheme);
    Theme.Scheme other = scheme == Theme.Scheme.DARK ? Theme.Scheme.LIGHT : Theme.Scheme.DARK;
    turn(other);
    keep(name + "-" + word(other));
    large(name, other);
    turn(scheme);
  }

  private static void turn(Theme.Scheme scheme) {
    Hands.run(() -> new Theme(Optional.of(scheme)));
  }

  /// Twice as large, in a window as large as the headless screen allows: 800 by 600 of its own
  /// units, a little less than the least it is made for.
  private void large(String name, Theme.Scheme scheme) throws IOException {
    double width = Hands.ask(stage::getWidth);
    double height = Hands.ask(stage::getHeight);
    double x = Hands.ask(stage::getX);
    double y = Hands.ask(stage::getY);
    shape(200, 0, 0, WIDE, Math.max(HIGH, height));
    keep(name + "-" + word(scheme) + "-200");
    shape(100, x, y, width, height);
  }

  private void shape(int percent, double x, double y, double width, double height) {
    Hands.run(() -> {
      if (stage.getScene().getRoot() instanceof Zoom zoom) {
        zoom.percent(percent);
      }
      stage.setX(x);
      stage.setY(y);
      stage.setWidth(width);
      stage.setHeight(height);
    });
  }

  private void keep(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    for (int i = 0; i < 2; i++) { // a scroll bar that comes changes what is beside it
      Hands.run(() -> {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
      });
    }
    WritableImage image = Hands.ask(() -> stage.getScene().snapshot(null));
    Png.write(image, Path.of("target", "screenshots", name + ".png"));
  }

  private static Theme.Scheme present() {
    return Application.getUserAgentStylesheet().endsWith("dark.css")
        ? Theme.Scheme.DARK
        : Theme.Scheme.LIGHT;
  }

  private static String word(Theme.Scheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }
}
