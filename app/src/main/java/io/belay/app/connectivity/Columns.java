package io.belay.app.connectivity;

import io.belay.app.control.Build;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The columns that head and lanes share.
final class Columns {
  /// Width of what fails together.
  static final double GROUP = 112;

  private static final double[] WIDTHS = {140, 128, 134, 100, 96};
  private static final double LAST = 124;

  private Columns() {}

  /// Puts cells side by side; the last but one takes the room that is left, the last is dropped
  /// where there are no faults.
  static void fill(HBox row, boolean withoutLast, Node... nodes) {
    int count = withoutLast ? nodes.length - 1 : nodes.length;
    for (int i = 0; i < count; i++) {
      HBox cell = Build.row(0, nodes[i]);
      if (i < WIDTHS.length) {
        fix(cell, WIDTHS[i]);
      } else if (i == WIDTHS.length) {
        cell.setMinWidth(0);
        cell.setPrefWidth(160);
        cell.setPadding(new javafx.geometry.Insets(0, 12, 0, 0));
        HBox.setHgrow(cell, Priority.ALWAYS);
      } else {
        fix(cell, LAST);
        HBox.setHgrow(nodes[i], Priority.ALWAYS);
      }
      row.getChildren().add(cell);
    }
  }

  private static void fix(HBox cell, double width) {
    cell.setMinWidth(width);
    cell.setPrefWidth(width);
    cell.setMaxWidth(width);
  }
}
