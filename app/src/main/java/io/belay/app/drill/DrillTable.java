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
    head();
    int line = 1;
    for (DrillAct act : report.acts()) {
      row(act, report, line++);
    }
  }

  private void head() {
    int column = 1;
    for (DrillJob job : DrillJob.values()) {
      add(Build.label(phrases.job(job), "muted", "caption"), column++, 0);
    }
  }

  private void row(DrillAct act, DrillReport report, int line) {
    Label scene = Build.label(phrases.scene(act.scene(), report.groups()));
    scene.setMinHeight(ROW);
    add(scene, 0, line);
    int column = 1;
    for (DrillJob job : DrillJob.values()) {
      Node cell = act.result(job).map(this::cell).orElseGet(() -> Build.label(""));
      add(cell, column++, line);
    }
    boolean fails = act.outcome() == DrillAct.Outcome.FAILS;
    add(Build.label(phrases.outcome(act), fails ? "problem" : "muted"), column, line);
  }

  private void columns() {
    ColumnConstraints first = new ColumnConstraints();
    first.setMinWidth(120);
    first.setHgrow(Priority.SOMETIMES);
    getColumnConstraints().add(first);
    for (int job = 0; job < DrillJob.values().length; job++) {
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
