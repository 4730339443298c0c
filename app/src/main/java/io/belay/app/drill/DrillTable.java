package io.belay.app.drill;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.core.practice.DrillAct;
import io.belay.core.practice.DrillJob;
import io.belay.core.practice.DrillReport;
import io.belay.core.practice.DrillResult;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A report's scenes in rows, its jobs in columns.
final class DrillTable extends GridPane {
  private static final int ROW = 28;

  private final DrillPhrases phrases;

  DrillTable(DrillPhrases phrases, DrillReport report) {
    this.phrases = phrases;
    getStyleClass().add("drill-table");
    setHgap(16);
    columns();
    int line = 0;
    for (DrillJob job : DrillJob.values()) {
      add(Build.label(phrases.job(job), "muted", "caption"), 1 + job.ordinal(), line);
    }
    for (DrillAct act : report.acts()) {
      line++;
      Label scene = Build.label(phrases.scene(act.scene(), report.groups()));
      scene.setMinHeight(ROW);
      add(scene, 0, line);
      for (DrillResult result : act.results()) {
        add(cell(result), 1 + result.job().ordinal(), line);
      }
      boolean fails = act.outcome() == DrillAct.Outcome.FAILS;
      add(Build.label(phrases.outcome(act), fails ? "problem" : "muted"), 6, line);
    }
  }

  private void columns() {
    ColumnConstraints first = new ColumnConstraints();
    first.setMinWidth(120);
    first.setHgrow(Priority.SOMETIMES);
    getColumnConstraints().add(first);
    for (DrillJob job : DrillJob.values()) {
      ColumnConstraints column = new ColumnConstraints();
      column.setMinWidth(USE_PREF_SIZE);
      getColumnConstraints().add(column);
    }
    ColumnConstraints last = new ColumnConstraints();
    last.setMinWidth(120);
    last.setHgrow(Priority.ALWAYS);
    getColumnConstraints().add(last);
  }

  private Node cell(DrillResult result) {
    String text = phrases.result(result);
    if (!result.ok()) {
      return Build.label(text, "problem");
    }
    return switch (result.job()) {
      case BALANCE, NONCE, FEE -> new Chip(result.level(), text).bare();
      case SIGN, SEND -> Build.label(text);
    };
  }
}
