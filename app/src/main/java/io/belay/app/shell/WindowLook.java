package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.fx.Look;
import io.belay.app.fx.Theme;
import io.belay.app.fx.Ui;
import io.belay.app.fx.Zoom;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// How the window looks: its colours and size, and the band that says whether the money is real.
final class WindowLook {
  private static final String BAND = "practice-band";

  private final Ui ui;
  private final Stage stage;
  private final Region root;
  private final VBox top;
  private final Zoom zoom;
  private final Theme theme;

  /// @param top where the band goes
  WindowLook(Ui ui, Stage stage, Region root, VBox top, Theme theme) {
    this.ui = ui;
    this.stage = stage;
    this.root = root;
    this.top = top;
    this.zoom = new Zoom(root);
    this.theme = theme;
  }

  /// Makes the scene in which it is, for good; to be called once.
  Scene makeScene() {
    Scene scene = new Scene(zoom, 1280, 800);
    if (ui.words().isRightToLeft()) {
      scene.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    ui.look().addListener((o, was, is) -> wear(is));
    wear(ui.look().get());
    theme.dress(scene);
    theme.dress(stage);
    return scene;
  }

  private void wear(Look look) {
    theme.wear(look.colours());
    zoom.percent(look.percent());
    root.getStyleClass().remove("still");
    if (look.still() || Theme.isStill()) {
      root.getStyleClass().add("still");
    }
  }

  /// Whether the money is real must be seen at any time.
  void practice(boolean practice) {
    top.getChildren().removeIf(node -> node.getStyleClass().contains(BAND));
    if (practice) {
      HBox band = new HBox(Build.label(ui.text("practice.band")));
      band.getStyleClass().add(BAND);
      top.getChildren().addFirst(band);
    }
    stage.setTitle(ui.text(practice ? "app.title.practice" : "app.name"));
  }
}
