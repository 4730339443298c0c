package io.belay.app.activity;

import io.belay.app.activity.ActivityViewModel.Part;
import io.belay.app.control.Aside;
import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.control.TxList;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// All transactions, one line each, with what keeps a queue from moving above them.
final class ListPane extends VBox {
  // what stands around the list in a window
  private static final double AROUND = 250;
  private static final double LEAST = 6 * TxList.ROW;

  private final Ui ui;
  private final ActivityViewModel model;
  private final VBox strips = new VBox(8);
  private final Aside aside = new Aside();
  private final FindBar find;
  private final TxList lines;

  ListPane(Ui ui, ActivityViewModel model) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.find = new FindBar(ui, model);
    this.lines = new TxList(ui, model.records(), model::says, this::label, model::open);
    Button nonces = Build.button(ui.text("activity.nonces"), "fth-hash", "plain", this::toNonces);
    nonces.setId("to-nonces");
    Button raw =
        Build.button(ui.text("activity.raw"), "fth-file-text", "plain", () -> model.turn(Part.RAW));
    raw.setId("to-raw");
    Button export = Build.button(ui.text("export.open"), "fth-download", "plain", this::showExport);
    export.setId("to-export");
    getChildren()
        .setAll(
            Build.head(ui.text("nav.activity"), export, nonces, raw), strips, aside, find, lines);
    model.finder().looks().addListener((o, was, is) -> showLines());
    model.attention().addListener((ListChangeListener<String>) c -> showStrips());
    model.problem().addListener((o, was, is) -> showStrips());
    sceneProperty().addListener((o, was, is) -> fit(is));
    showLines();
    showStrips();
  }

  private String label(TxHash hash) {
    return model.labels().labels().get().getOrDefault(hash, "");
  }

  /// As high as its lines, and no higher than the window has room for.
  private void fit(Scene scene) {
    lines.prefHeightProperty().unbind();
    if (scene != null) {
      lines
          .prefHeightProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () ->
                      Math.min(
                          Math.max(1.5, model.records().size()) * TxList.ROW + 2,
                          Math.max(LEAST, scene.getHeight() - AROUND)),
                  model.records(),
                  scene.heightProperty()));
    }
  }

  private void toNonces() {
    model.turn(Part.NONCES);
  }

  private void showExport() {
    aside.open(new ExportPanel(ui, model, this::closeExport));
  }

  private void closeExport() {
    aside.close();
  }

  private void showLines() {
    lines.retell(); // what they are called may be what changed
    boolean all = !model.finder().isNarrowed();
    lines.sayWhenEmpty(
        model.finder().looks().get() == 0
            ? "" // not looked at yet is not none
            : ui.text(all ? "activity.empty" : "activity.empty.kind"));
  }

  /// Draws the lines anew, where they are told in other words now.
  void redraw() {
    lines.retell();
  }

  /// Leads the keys to the search.
  void find() {
    find.focus();
  }

  private void showStrips() {
    strips.getChildren().clear();
    String problem = model.problem().get();
    if (!problem.isEmpty()) {
      strips.getChildren().add(Strip.advice(problem, ""));
    }
    for (String trouble : model.attention()) {
      Button help = Build.button(ui.text("activity.nonces"), "plain", this::toNonces);
      strips.getChildren().add(Strip.advice(trouble, ui.text("activity.trouble.detail"), help));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }

  /// Puts the focus on a transaction's line.
  void focus(TxHash hash) {
    lines.focus(hash);
  }
}
