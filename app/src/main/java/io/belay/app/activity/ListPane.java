package io.belay.app.activity;

import io.belay.app.activity.ActivityViewModel.Filter;
import io.belay.app.activity.ActivityViewModel.Part;
import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.control.TxLines;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All transactions, one line each, with what keeps a queue from moving above them.
final class ListPane extends VBox {
  private final Ui ui;
  private final ActivityViewModel model;
  private final VBox strips = new VBox(8);
  private final TxLines lines;

  ListPane(Ui ui, ActivityViewModel model) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.lines = new TxLines(ui, model::says, model::open);
    Button nonces = Build.button(ui.text("activity.nonces"), "fth-hash", "plain", this::toNonces);
    nonces.setId("to-nonces");
    Button raw =
        Build.button(ui.text("activity.raw"), "fth-file-text", "plain", () -> model.turn(Part.RAW));
    raw.setId("to-raw");
    getChildren()
        .setAll(Build.head(ui.text("nav.activity"), nonces, raw), strips, filters(), lines);
    model.records().addListener((ListChangeListener<TxRecord>) c -> showLines());
    model.attention().addListener((ListChangeListener<String>) c -> showStrips());
    model.problem().addListener((o, was, is) -> showStrips());
    showLines();
    showStrips();
  }

  private void toNonces() {
    model.turn(Part.NONCES);
  }

  private HBox filters() {
    HBox row = Build.row(8);
    ToggleGroup group = new ToggleGroup();
    for (Filter filter : Filter.values()) {
      String key = "activity.filter." + filter.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(ui.text(key));
      button.getStyleClass().add("choice");
      button.setId("filter-" + filter.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setSelected(model.filter().get() == filter);
      button.setOnAction(e -> {
        button.setSelected(true); // one of them always is
        model.filter(filter);
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private void showLines() {
    boolean all = model.filter().get() == Filter.ALL;
    lines.sayWhenEmpty(ui.text(all ? "activity.empty" : "activity.empty.kind"));
    lines.show(model.records());
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
