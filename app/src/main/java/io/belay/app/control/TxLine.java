package io.belay.app.control;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.send.TxRecord;
import io.belay.core.state.Observed;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// A transaction in one line; click, Enter or Space open it. The node, and focus on it, stay while
/// the transaction goes on.
final class TxLine extends HBox {
  private final Ui ui;
  private final Label time = Build.label("", "muted");
  private final Label what = Build.label("", "strong");
  private final Label label = Build.label("", "tx-label");
  private final Chip known = new Chip(Observed.Level.UNKNOWN, "").bare();
  private final Label block = Build.label("", "muted");

  TxLine(Ui ui, Runnable open) {
    this.ui = ui;
    time.setMinWidth(64);
    what.setMinWidth(300);
    getStyleClass().add("row");
    getChildren().addAll(time, what, known, label, Build.spring(), block);
    setFocusTraversable(true);
    setOnMouseClicked(e -> open.run());
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
        open.run();
        e.consume();
      }
    });
  }

  void show(TxRecord record, TxWords says) {
    show(record, says, "");
  }

  /// @param called what a person calls it; may be blank
  void show(TxRecord record, TxWords says, String called) {
    Phrases phrases = new Phrases(ui.words());
    boolean refused = record.succeeded().filter(ok -> !ok).isPresent();
    String state =
        refused ? ui.text("tx.reverted") : phrases.state(record.state(), record.evidence());
    time.setText(phrases.when(record.createdAt(), ui.clock().instant()));
    what.setText(says.title(record));
    known.show(record.evidence(), state);
    block.setText(record.block().map(b -> ui.text("block", Phrases.count(b.number()))).orElse(""));
    label.setText(called);
    Build.present(label, !called.isEmpty());
    String spoken = String.join(", ", time.getText(), what.getText(), state);
    setAccessibleText(called.isEmpty() ? spoken : spoken + ", " + called);
  }
}
