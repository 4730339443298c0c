package io.belay.app.shell;

import io.belay.app.fx.WindowPlace;
import io.belay.app.settings.SettingsDesk;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Puts the window back where it stood, and keeps where it stands as it closes.
final class KeptPlace {
  private final Stage stage;
  private final SettingsDesk settings;
  // before it filled the screen
  private Optional<WindowPlace> place;

  private KeptPlace(Stage stage, SettingsDesk settings) {
    this.stage = stage;
    this.settings = settings;
    this.place = settings.window().flatMap(WindowPlace::parse);
  }

  static void of(Stage stage, SettingsDesk settings) {
    KeptPlace kept = new KeptPlace(stage, settings);
    kept.place.ifPresent(place -> place.putBack(stage));
    List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(edge -> edge.addListener((o, was, is) -> kept.moved()));
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, hiding -> kept.keep());
  }

  private void moved() {
    if (stage.isShowing() && !stage.isMaximized()) {
      place = Optional.of(WindowPlace.of(stage, Optional.empty()));
    }
  }

  private void keep() {
    settings.keepWindow(WindowPlace.of(stage, place).text());
  }
}
