package io.belay.app.link;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.control.TopStrip;
import io.belay.app.fx.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// A link's payment that waits, also before the vault is open.
public final class LinkStrip extends TopStrip {
  private final Ui ui;
  private final LinkViewModel model;

  /// Shows what waits.
  public LinkStrip(Ui ui, LinkViewModel model) {
    this.ui = ui;
    this.model = model;
    setId("link");
    // the payee stands in the detail: of two links that wait for the vault only that differs
    say(this::drawn, model.title(), model.detail(), model.action());
  }

  private List<Node> drawn() {
    return List.of(Strip.advice(model.title().get(), model.detail().get(), actions()));
  }

  private HBox actions() {
    Button away = Build.button(ui.text("link.dismiss"), "plain", model::dismiss);
    away.setId("link-dismiss");
    String action = model.action().get();
    if (action.isEmpty()) {
      return Build.row(8, away);
    }
    Button act = Build.button(action, "plain", model::act);
    act.setId("link-act");
    return Build.row(8, act, away);
  }
}
