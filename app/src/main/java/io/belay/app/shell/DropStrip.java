package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.control.DropTarget;
import io.belay.app.control.Strip;
import io.belay.app.control.TopStrip;
import io.belay.app.fx.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// Something that was dropped, while it waits or was refused.
final class DropStrip extends TopStrip {
  private final Ui ui;
  private final DropViewModel model;
  private final DropTarget target;

  DropStrip(Ui ui, DropViewModel model) {
    this.ui = ui;
    this.model = model;
    setId("drop");
    this.target = new DropTarget(model::files, model::text);
    say(this::drawn, model.title(), model.detail());
  }

  private List<Node> drawn() {
    String title = model.title().get();
    String detail = model.detail().get();
    Button away = Build.button(ui.text("action.close"), "plain", model::dismiss);
    away.setId("drop-dismiss");
    return List.of(
        model.waiting().get()
            ? Strip.hint(title, detail, away)
            : Strip.advice(title, detail, away));
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
