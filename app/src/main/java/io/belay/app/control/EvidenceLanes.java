package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.core.send.AttemptRow;
import io.belay.core.state.Observed.Level;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One lane per endpoint: what it answered, when and how fast, whether it was found to hold the
/// transaction, whether its chain has it in a block.
public final class EvidenceLanes extends VBox {
  private static final double[] WIDTHS = {168, 176, 84, 96};

  private final Ui ui;
  private final EvidenceWords words;
  private List<EvidenceLine> shown = List.of();

  /// No lane yet.
  public EvidenceLanes(Ui ui) {
    this.ui = ui;
    this.words = new EvidenceWords(ui.words());
    getStyleClass().addAll("panel", "flush");
    draw();
  }

  /// Shows these.
  public void show(List<EvidenceLine> lines) {
    if (!lines.equals(shown)) {
      shown = List.copyOf(lines);
      draw();
    }
  }

  private void draw() {
    HBox head =
        columns(
            Build.label(ui.text("lane.endpoint")),
            Build.label(ui.text("lane.accepted")),
            Build.label(ui.text("lane.sees")),
            Build.label(ui.text("lane.block")),
            Build.label(ui.text("lane.happened")));
    head.getStyleClass().add("lane-head");
    getChildren().setAll(head);
    shown.forEach(line -> getChildren().add(lane(line)));
    if (shown.isEmpty()) {
      HBox none = Build.row(0, Build.wrapped(ui.text("lane.none"), "muted"));
      none.getStyleClass().add("attempt");
      getChildren().add(none);
    }
  }

  private HBox lane(EvidenceLine line) {
    VBox who =
        new VBox(
            Build.label(line.name(), "strong"), Build.label(line.operator(), "muted", "caption"));
    VBox answer = new VBox(2, answer(line));
    if (line.attempt().isPresent()) {
      answer.getChildren().add(Build.label(words.time(line), "muted", "caption"));
    }
    for (VBox cell : List.of(who, answer)) {
      cell.getStyleClass().add("cell-lines");
    }
    boolean sees = line.attempt().filter(AttemptRow::seen).isPresent();
    HBox lane =
        columns(
            who,
            answer,
            dot(line.attempt().map(a -> sees), words.sees(line)),
            dot(line.block(), words.block(line)),
            Build.wrapped(words.happened(line), "muted"));
    lane.getStyleClass().add("attempt");
    lane.setAccessibleText(words.said(line));
    return lane;
  }

  private Node answer(EvidenceLine line) {
    String word = words.answer(line);
    if (line.isBlackHole() || line.isEcho()) {
      return new Chip(Level.DISPUTED, word);
    }
    return switch (line.attempt().map(AttemptRow::standing).orElse("")) {
      case "" -> Build.label(word, "faint");
      case "accepted", "already-known" -> dot(Optional.of(true), word);
      case "rejected" -> new Chip(Level.DISPUTED, word);
      default -> new Chip(Level.UNKNOWN, word);
    };
  }

  /// Full for yes, hollow for no; the bare word where nobody knows.
  private static Node dot(Optional<Boolean> on, String word) {
    if (on.isEmpty()) {
      return Build.label(word, "faint");
    }
    Region dot = new Region();
    dot.getStyleClass().add("state-dot");
    if (!on.get()) {
      dot.getStyleClass().add("off");
    }
    return Build.row(6, dot, Build.label(word, on.get() ? "up-word" : "faint"));
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
