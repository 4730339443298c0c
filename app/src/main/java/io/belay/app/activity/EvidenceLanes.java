package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Observed.Level;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One lane per endpoint: what it answered, how fast, whether it was found to hold the transaction.
final class EvidenceLanes extends VBox {
  private static final double[] WIDTHS = {168, 150, 140, 130};

  private final Ui ui;
  private final boolean over;

  EvidenceLanes(Ui ui, ActivityViewModel model, TxRecord record) {
    this.ui = ui;
    this.over = record.state().isOver();
    getStyleClass().addAll("panel", "flush");
    HBox head =
        columns(
            Build.label(ui.text("lane.endpoint")),
            Build.label(ui.text("lane.answer")),
            Build.label(ui.text("lane.time")),
            Build.label(ui.text("lane.sees")),
            Build.label(ui.text("lane.happened")));
    head.getStyleClass().add("lane-head");
    getChildren().add(head);
    for (AttemptRow row : record.attempts()) {
      getChildren().add(lane(model, row));
    }
    if (record.attempts().isEmpty()) {
      HBox none =
          columns(
              Build.label("—"),
              Build.label(""),
              Build.label(""),
              Build.label(""),
              Build.wrapped(ui.text("lane.none"), "muted"));
      none.getStyleClass().add("lane-head");
      getChildren().add(none);
    }
  }

  private HBox lane(ActivityViewModel model, AttemptRow row) {
    VBox who =
        new VBox(
            Build.label(row.endpoint().value(), "strong"),
            Build.label(row.group(), "muted", "caption"));
    who.getStyleClass().add("cell-lines");
    String time = ui.text("lane.time.value", Phrases.clock(row.at()), row.millis());
    HBox lane =
        columns(
            who,
            answer(row),
            Build.label(time, "muted"),
            dot(row.seen(), sees(row)),
            Build.wrapped(model.happened(row), "muted"));
    lane.getStyleClass().add("attempt");
    return lane;
  }

  private String sees(AttemptRow row) {
    if (row.seen()) {
      return ui.text("lane.yes");
    }
    return ui.text(over ? "lane.no" : "lane.notyet");
  }

  private Node answer(AttemptRow row) {
    String word = ui.text("outcome." + row.outcome());
    return switch (row.outcome()) {
      case "accepted", "already-known" -> dot(true, word);
      case "rejected" -> new Chip(Level.DISPUTED, word);
      default -> new Chip(Level.UNKNOWN, word);
    };
  }

  private static HBox dot(boolean on, String word) {
    Region dot = new Region();
    dot.getStyleClass().add("state-dot");
    if (!on) {
      dot.getStyleClass().add("off");
    }
    return Build.row(6, dot, Build.label(word, on ? "up-word" : "faint"));
  }

  private static HBox columns(Node... nodes) {
    HBox row = Build.row(0);
    for (int i = 0; i < nodes.length; i++) {
      HBox cell = Build.row(0, nodes[i]);
      if (i < WIDTHS.length) {
        cell.setMinWidth(WIDTHS[i]);
        cell.setMaxWidth(WIDTHS[i]);
      } else {
        cell.setMinWidth(0);
        HBox.setHgrow(cell, Priority.ALWAYS);
      }
      row.getChildren().add(cell);
    }
    return row;
  }
}
