package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.core.send.TxRecord;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Signed · Accepted · Seen · In a block · Safe · Final.
final class Timeline extends HBox {
  Timeline(Ui ui, TxRecord record) {
    super(8);
    getStyleClass().add("timeline");
    for (Stage stage : Stage.values()) {
      boolean done = stage.reachedBy(record);
      if (stage != Stage.SIGNED) {
        Region bar = new Region();
        bar.getStyleClass().add("bar");
        mark(bar, done);
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().add(bar);
      }
      Region dot = new Region();
      dot.getStyleClass().add("state-dot");
      if (!done) {
        dot.getStyleClass().add("off");
      }
      HBox step = Build.row(6, dot, Build.label(ui.text(stage.key())));
      step.getStyleClass().add("step");
      mark(step, done);
      getChildren().add(step);
    }
  }

  private static void mark(Region node, boolean done) {
    if (done) {
      node.getStyleClass().add("done");
    }
  }
}
