package io.belay.app.settings;

import io.belay.app.control.Build;
import io.belay.app.control.WaitLine;
import io.belay.app.fx.Ui;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The question for a newer version, and what was answered.
final class UpdatePanel extends VBox {
  private final UpdateViewModel model;
  private final VBox lines = new VBox(4);
  // kept: the model outlives this panel and must not hold it
  private final InvalidationListener news = changed -> list();

  UpdatePanel(Ui ui, UpdateViewModel model) {
    this.model = model;
    getStyleClass().add("panel");
    setMaxWidth(720);
    Button ask = Build.button(ui.text("update.ask"), "fth-refresh-cw", "plain", model::ask);
    ask.setId("update-ask");
    ask.disableProperty().bind(model.busy());
    WaitLine wait =
        new WaitLine(ui, model.busy(), ui.text("update.asking"), "update-cancel", model::cancel);
    Label problem = Build.problem(model.problem());
    problem.setId("update-problem");
    getChildren()
        .addAll(
            Build.label(ui.text("update.title"), "section-title"),
            Build.wrapped(ui.text("update.about"), "muted"),
            Build.row(8, ask, wait),
            problem,
            told("update-answer", model.answer(), "strong"),
            lines,
            told("update-detail", model.detail(), "muted"));
    model.lines().addListener(new WeakInvalidationListener(news));
    list();
  }

  private static Label told(String id, ObservableValue<String> text, String style) {
    Label label = Build.said(text, style);
    label.setId(id);
    return label;
  }

  private void list() {
    lines
        .getChildren()
        .setAll(
            model.lines().stream().map(line -> Build.wrapped("• " + line, "text-like")).toList());
    Build.present(lines, !model.lines().isEmpty());
  }
}
