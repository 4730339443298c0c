package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.control.DropTarget;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Above the page while something that was dropped waits or was refused.
final class DropStrip extends VBox {
  private final Ui ui;
  private final DropViewModel model;
  private final DropTarget target;

  DropStrip(Ui ui, DropViewModel model) {
    this.ui = ui;
    this.model = model;
    this.target = new DropTarget(model::files, model::text);
    setId("drop");
    getStyleClass().add("crash");
    model.title().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    String title = model.title().get();
    Build.present(this, !title.isEmpty());
    if (title.isEmpty()) {
      getChildren().clear();
      return;
    }
    Button away = Build.button(ui.text("action.close"), "plain", model::dismiss);
    away.setId("drop-dismiss");
    getChildren()
        .setAll(
            model.waiting().get()
                ? Strip.hint(title, model.detail().get(), away)
                : Strip.advice(title, model.detail().get(), away));
  }

  /// Takes whatever is dropped on a node, unless a part of it did.
  void listen(Node node) {
    target.on(node);
  }

  /// What it does with what is dropped.
  DropTarget target() {
    return target;
  }
}
