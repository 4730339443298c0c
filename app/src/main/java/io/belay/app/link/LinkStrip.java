package io.belay.app.link;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Above the pages while a link's payment waits, also before the vault is open.
public final class LinkStrip extends VBox {
  private final Ui ui;
  private final LinkViewModel model;

  /// Shows what waits.
  public LinkStrip(Ui ui, LinkViewModel model) {
    this.ui = ui;
    this.model = model;
    setId("link");
    getStyleClass().add("crash");
    model.title().addListener((o, was, is) -> show());
    model.action().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    boolean told = !model.title().get().isEmpty();
    Build.present(this, told);
    getChildren().clear();
    if (told) {
      getChildren().setAll(Strip.advice(model.title().get(), model.detail().get(), actions()));
    }
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
