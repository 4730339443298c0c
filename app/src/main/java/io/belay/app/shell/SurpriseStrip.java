package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.Strip;
import io.belay.app.fx.Ui;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Above the page while a failure inside Belay was not put away; the page stays in reach.
final class SurpriseStrip extends VBox {
  private final Ui ui;
  private final SurpriseViewModel model;
  private final TextArea text = new TextArea();

  SurpriseStrip(Ui ui, SurpriseViewModel model) {
    this.ui = ui;
    this.model = model;
    setId("crash");
    getStyleClass().add("crash");
    text.setId("crash-report");
    text.setEditable(false);
    text.setPrefRowCount(9);
    text.getStyleClass().add("mono");
    text.setAccessibleText(ui.text("crash.report"));
    text.textProperty().bind(model.report());
    Build.present(text, false);
    model.title().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    boolean told = !model.title().get().isEmpty();
    Build.present(this, told);
    if (!told) {
      Build.present(text, false);
      getChildren().clear();
      return;
    }
    getChildren().setAll(strip(), text);
  }

  private Strip strip() {
    Button look =
        Build.button(ui.text("crash.look"), "plain", () -> Build.present(text, !text.isVisible()));
    look.setId("crash-look");
    Button copy = CopyButton.text(ui, ui.text("crash.copy"), () -> model.report().get());
    copy.setId("crash-copy");
    Button away = Build.button(ui.text("crash.dismiss"), "plain", model::dismiss);
    away.setId("crash-dismiss");
    return Strip.advice(
        model.title().get(), ui.text("crash.detail"), Build.row(8, look, copy, away));
  }
}
