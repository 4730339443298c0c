package io.belay.app.fx;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;

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

  /// Read once, by whoever asks first.
  private static final class Pictures {
    static final Image MARK = new Image(url("icons/belay-128.png"), 56, 56, true, true);
    static final List<Image> ICONS =
        Stream.of(16, 32, 48, 128, 256)
            .map(size -> new Image(url("icons/belay-" + size + ".png")))
            .toList();

    private Pictures() {}
  }

  private final Optional<Scheme> forced;

  // held, never looked at: it keeps the style sheets read until the window has them
  @SuppressWarnings("UnusedVariable")
  private Optional<Scene> rehearsal = Optional.empty();

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
    rehearsal = Optional.empty();
  }

  /// Styles, unseen, what every page has: the style sheets are read and the toolkit's fonts are
  /// there while the data file opens, and the first page is there the sooner. Not more than that:
  /// what takes longer than the data file makes the page late.
  public void rehearse() {
    Button button = new Button("a");
    button.setGraphic(new FontIcon("fth-lock"));
    rehearse(new VBox(button));
  }

  /// As above, a list with its rows, for whoever has the time: the accounts come sooner.
  public void rehearseList() {
    TableView<String> list = new TableView<>(FXCollections.observableArrayList("a"));
    TableColumn<String, String> column = new TableColumn<>("a");
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
    list.getColumns().add(column);
    rehearse(list);
    list.layout();
  }

  private void rehearse(Parent part) {
    Scene scene = new Scene(part, 400, 300);
    dress(scene);
    part.applyCss();
    rehearsal = Optional.of(scene);
  }

  /// Reads the mark and the window's icons; on any thread, once the toolkit was started.
  public static void readPictures() {
    mark();
  }

  /// Gives the window its icons.
  public void dress(Stage stage) {
    stage.getIcons().setAll(Pictures.ICONS);
  }

  /// The mark, for use inside the window.
  public static Image mark() {
    return Pictures.MARK;
  }

  private static String url(String name) {
    return Objects.requireNonNull(
            Theme.class.getResource("/io/belay/app/" + name), "a resource of the program")
        .toExternalForm();
  }
}
