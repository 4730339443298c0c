package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.Strip;
import io.belay.app.control.TopStrip;
import io.belay.app.fx.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;

/// A failure inside Belay, until it is put away; the page stays in reach.
final class SurpriseStrip extends TopStrip {
  private final Ui ui;
  private final SurpriseViewModel model;
  private final TextArea text = new TextArea();

  SurpriseStrip(Ui ui, SurpriseViewModel model) {
    this.ui = ui;
    this.model = model;
    setId("crash");
    text.setId("crash-report");
    text.setEditable(false);
    text.setPrefRowCount(9);
    text.getStyleClass().add("mono");
    text.setAccessibleText(ui.text("crash.report"));
    text.textProperty().bind(model.report());
    Build.present(text, false);
    say(() -> List.<Node>of(strip(), text), model.title());
  }

  private Strip strip() {
    Button look =
        Build.button(ui.text("crash.look"), "plain", () -> Build.present(text, !text.isVisible()));
    look.setId("crash-look");
    Button copy = CopyButton.text(ui, ui.text("crash.copy"), () -> model.report().get());
    copy.setId("crash-copy");
    Button away = Build.button(ui.text("crash.dismiss"), "plain", this::away);
    away.setId("crash-dismiss");
    return Strip.advice(
        model.title().get(), ui.text("crash.detail"), Build.row(8, look, copy, away));
  }

  private void away() {
    Build.present(text, false); // the next report is not open before somebody asks for it
    model.dismiss();
  }
}
