package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.fx.Theme;
import io.belay.app.fx.Ui;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pages, and Lock at the foot.
final class Sidebar extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  /// Below this width of the window only icons are shown.
  static final double ROOM_FOR_WORDS = 960;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private static final PseudoClass NEWS = PseudoClass.getPseudoClass("news");

  /// Below this height of the wallet the pages stand closer.
  static final double ROOM_FOR_ALL = 560;

  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  private final HBox brand;
  private final Map<Place, Button> buttons = new EnumMap<>(Place.class);

  Sidebar(Ui ui, NetChoice networks, Consumer<Place> go, Runnable lock) {
    getStyleClass().add("sidebar");
    ImageView mark = new ImageView(Theme.mark());
    mark.setFitWidth(28);
    mark.setFitHeight(28);
    setMinHeight(0); // the status line below never goes
    this.brand = Build.row(10, mark, Build.label(ui.text("app.name")));
    brand.getStyleClass().add("brand");
    getChildren().addAll(brand, new NetBox(ui, networks));
    for (Place place : Place.values()) {
      Button button =
          Build.button(ui.text(place.key()), place.icon(), "nav", () -> go.accept(place));
      button.setId(place.key().replace('.', '-'));
      Keys.digit(place)
          .ifPresent(digit -> button.setTooltip(new Tooltip(ui.text("nav.key", digit))));
      buttons.put(place, button);
      getChildren().add(button);
    }
    Region room = new Region();
    VBox.setVgrow(room, Priority.ALWAYS);
    Button out = Build.button(ui.text("nav.lock"), "fth-lock", "nav", lock);
    out.setId("lock");
    out.setTooltip(new Tooltip(ui.text("nav.lock.key")));
    getChildren().addAll(room, out);
  }

  /// Where there is little height, as in a large size, all pages stay in reach.
  void low(boolean low) {
    pseudoClassStateChanged(LOW, low);
    Build.present(brand, !low);
  }

  void narrow(boolean narrow) {
    pseudoClassStateChanged(NARROW, narrow);
  }

  /// Says beside a page's name that there is something new.
  void news(Place place, String text, boolean some) {
    Optional.ofNullable(buttons.get(place))
        .ifPresent(button -> {
          button.setText(text);
          button.pseudoClassStateChanged(NEWS, some);
        });
  }

  /// Begins the keyboard's way at a page's name.
  void focus(Place place) {
    Optional.ofNullable(buttons.get(place)).ifPresent(Button::requestFocus);
  }

  void select(Place place) {
    buttons.forEach((each, button) -> button.pseudoClassStateChanged(SELECTED, each == place));
  }
}
