package io.belay.app.fx;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/// Fonts, icons and style sheets; light or dark as the system says unless it is forced.
public final class Theme {
  private static final List<String> FONTS =
      List.of(
          "BelaySans-Regular.otf",
          "BelaySans-Medium.otf",
          "BelaySans-SemiBold.otf",
          "JetBrainsMono-Regular.ttf");

  /// Light or dark.
  public enum Scheme {
    /// Dark on light.
    LIGHT,
    /// Light on dark.
    DARK,
    /// Bright on black, borders in place of grounds.
    CONTRAST
  }

  private final Optional<Scheme> forced;
  private Look.Colours colours = Look.Colours.SYSTEM;

  /// Loads the fonts and follows the system, or stays with the scheme that is given.
  public Theme(Optional<Scheme> forced) {
    FONTS.forEach(name -> Font.loadFont(url("fonts/" + name), 13));
    this.forced = forced;
    wear(Look.Colours.SYSTEM);
    if (forced.isEmpty()) {
      Platform.Preferences preferences = Platform.getPreferences();
      preferences.addListener((javafx.beans.InvalidationListener) changed -> wear(colours));
      preferences.colorSchemeProperty().addListener((o, was, is) -> wear(colours));
    }
  }

  /// Puts these colours on all windows.
  public void wear(Look.Colours next) {
    colours = next;
    use(
        switch (next) {
          case SYSTEM -> forced.orElseGet(() -> scheme(Platform.getPreferences()));
          case LIGHT -> Scheme.LIGHT;
          case DARK -> Scheme.DARK;
          case CONTRAST -> Scheme.CONTRAST;
        });
  }

  /// Whether the system asks that nothing moves.
  public static boolean isStill() {
    return Platform.getPreferences().isReducedMotion();
  }

  private static Scheme scheme(Platform.Preferences preferences) {
    // 25.0.4 has no property of its own for this
    if (preferences.getBoolean("Windows.SPI.HighContrast").orElse(false)) {
      return Scheme.CONTRAST;
    }
    return preferences.getColorScheme() == ColorScheme.DARK ? Scheme.DARK : Scheme.LIGHT;
  }

  private static void use(Scheme scheme) {
    String sheet =
        switch (scheme) {
          case LIGHT -> url("theme/light.css");
          case DARK -> url("theme/dark.css");
          case CONTRAST -> url("theme/contrast.css");
        };
    if (!sheet.equals(Application.getUserAgentStylesheet())) { // which is slow
      Application.setUserAgentStylesheet(sheet);
    }
  }

  /// Puts our rules above the base theme's.
  public void dress(Scene scene) {
    scene.getStylesheets().setAll(url("theme/belay.css"), url("theme/parts.css"));
  }

  /// Gives the window its icons.
  public void dress(Stage stage) {
    for (int size : new int[] {16, 32, 48, 128, 256}) {
      stage.getIcons().add(new Image(url("icons/belay-" + size + ".png")));
    }
  }

  /// The mark, for use inside the window.
  public static Image mark() {
    return new Image(url("icons/belay-128.png"), 56, 56, true, true);
  }

  private static String url(String name) {
    return Objects.requireNonNull(
            Theme.class.getResource("/io/belay/app/" + name), "a resource of the program")
        .toExternalForm();
  }
}
