package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Where the list goes as a file, and in which form.
final class ExportPanel extends VBox {
  private final Ui ui;
  private final ActivityViewModel model;
  private final Label detail = Build.wrapped("", "muted");
  private final VBox strips = new VBox(8);

  ExportPanel(Ui ui, ActivityViewModel model, Runnable close) {
    this.ui = ui;
    this.model = model;
    getStyleClass().add("panel");
    setId("export-panel");
    TextField folder = new TextField();
    folder.setId("export-folder");
    folder.setPrefWidth(320);
    folder.setAccessibleText(ui.text("export.folder"));
    folder.textProperty().bindBidirectional(model.export().folder());
    Button leave = Build.button(ui.text("export.close"), "plain", close);
    leave.setId("export-close");
    getChildren()
        .addAll(
            Build.label(ui.text("export.title"), "section-title"),
            detail,
            Build.row(
                8,
                Build.label(ui.text("export.folder"), "muted"),
                folder,
                write("export-csv", "export.csv", ExportViewModel.Form.CSV),
                write("export-json", "export.json", ExportViewModel.Form.JSON),
                leave),
            strips);
    model.records().addListener((ListChangeListener<Object>) c -> count());
    model.export().notice().addListener((o, was, is) -> say());
    model.export().problem().addListener((o, was, is) -> say());
    count();
    say();
  }

  private Button write(String id, String key, ExportViewModel.Form form) {
    Button button =
        Build.button(ui.text(key), "plain", () -> model.export().write(model.records(), form));
    button.setId(id);
    return button;
  }

  private void count() {
    detail.setText(ui.text("export.detail", Phrases.count(model.records().size())));
  }

  private void say() {
    strips.getChildren().clear();
    String notice = model.export().notice().get();
    String problem = model.export().problem().get();
    if (!notice.isEmpty()) {
      strips.getChildren().add(Strip.note(notice, ""));
    }
    if (!problem.isEmpty()) {
      strips.getChildren().add(Strip.danger(problem, ""));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }
}
