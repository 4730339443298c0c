package io.belay.app.drill;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.core.practice.DrillReport;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The drill's panel: what it does, how far it is, and what survived the last one.
public final class DrillView implements Page {
  private final Ui ui;
  private final DrillViewModel model;
  private final VBox panel = Build.column("panel");
  private final VBox strips = new VBox();
  private final VBox shown = new VBox(12);

  /// Shows drills.
  public DrillView(Ui ui, DrillViewModel model) {
    this.ui = ui;
    this.model = model;
    panel.setSpacing(12);
    panel.getChildren().addAll(head(), strips, waiting(), shown);
    model.report().addListener((o, was, is) -> is.ifPresent(this::show));
    model.problem().addListener((o, was, is) -> tell(is));
    tell("");
  }

  private HBox head() {
    VBox text =
        new VBox(
            4,
            Build.label(ui.text("drill.title"), "section-title"),
            Build.wrapped(ui.text("drill.about"), "muted"));
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button start = Build.button(ui.text("drill.start"), "fth-cloud-off", "plain", model::start);
    start.setId("drill");
    start.disableProperty().bind(model.running());
    return Build.row(24, text, start);
  }

  private HBox waiting() {
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(160);
    bar.progressProperty().bind(model.done());
    var words = Build.label("", "muted");
    words.textProperty().bind(model.progress());
    Button stop = Build.button(ui.text("action.cancel"), "plain", model::cancel);
    stop.setId("drill-cancel");
    HBox row = Build.row(12, bar, words, Build.spring(), stop);
    row.visibleProperty().bind(model.running());
    row.managedProperty().bind(model.running());
    return row;
  }

  private void tell(String problem) {
    strips.getChildren().clear();
    if (!problem.isEmpty()) {
      strips.getChildren().add(Strip.advice(problem, ""));
    }
    Build.present(strips, !problem.isEmpty());
  }

  private void show(DrillReport report) {
    String verdict = model.phrases().verdict(report);
    String held = model.held(report);
    shown
        .getChildren()
        .setAll(
            report.verdict().passed() ? Strip.note(verdict, held) : Strip.advice(verdict, held),
            new DrillTable(model.phrases(), report));
  }

  @Override
  public Parent node() {
    return panel;
  }

  @Override
  public void shown() {
    model.load();
  }

  @Override
  public void hidden() {
    model.cancel();
  }

  @Override
  public void refresh() {
    model.load();
  }

  @Override
  public boolean back() {
    return false;
  }
}
