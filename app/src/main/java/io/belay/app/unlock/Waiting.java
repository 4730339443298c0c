package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// A thin bar, words and, where it can be stopped, a way to stop, while a key is derived.
final class Waiting extends HBox {
  Waiting(Ui ui, ObservableBooleanValue busy, Optional<Runnable> cancel) {
    setSpacing(12);
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    visibleProperty().bind(busy);
    managedProperty().bind(busy);
    // made when it is needed: the first page comes sooner without
    visibleProperty().addListener((o, was, is) -> fill(ui, cancel));
    fill(ui, cancel);
  }

  private void fill(Ui ui, Optional<Runnable> cancel) {
    if (!isVisible() || !getChildren().isEmpty()) {
      return;
    }
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(110);
    getChildren()
        .addAll(Build.label(ui.text("unlock.deriving"), "muted", "caption"), bar, Build.spring());
    cancel.ifPresent(
        stop -> getChildren().add(Build.button(ui.text("action.cancel"), "plain", stop)));
  }
}
