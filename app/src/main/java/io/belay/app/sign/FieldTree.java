package io.belay.app.sign;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.core.decode.ShownText;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Members of typed data, a row each, those within others further in.
final class FieldTree extends VBox {
  private static final int STEP = 20;
  private static final int NAMES = 220;
  private static final int LONG = 800;

  FieldTree(List<TypedLine> lines) {
    super(6);
    lines.forEach(line -> getChildren().add(row(line)));
  }

  private static Node row(TypedLine line) {
    Label name = Build.wrapped(line.name(), "medium");
    Label type = Build.wrapped(line.type(), "faint", "caption");
    VBox left = new VBox(name, type);
    int indent = Math.min(line.depth(), 6) * STEP;
    left.setPadding(new Insets(0, 0, 0, indent));
    left.setMinWidth(NAMES);
    left.setPrefWidth(NAMES);
    VBox right = new VBox(2);
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    line.address()
        .ifPresentOrElse(
            address -> right.getChildren().add(new FullAddress(address)),
            () -> {
              if (!line.value().pieces().isEmpty()) {
                right.getChildren().add(value(line));
              }
            });
    if (!line.note().isEmpty()) {
      right.getChildren().add(Build.wrapped(line.note(), "muted", "caption"));
    }
    HBox row = new HBox(12, left, right);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private static Node value(TypedLine line) {
    ShownText value = line.value();
    if (line.type().equals("string")) {
      return MarkedText.of(value);
    }
    String text = value.text();
    return text.length() > LONG ? area(text, line.name()) : Build.wrapped(text, "mono");
  }

  /// Bytes without end: all of them, in a box of their own.
  static TextArea area(String text, String name) {
    TextArea area = new TextArea(text);
    area.getStyleClass().add("bytes");
    area.setAccessibleText(name);
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(5);
    area.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return area;
  }
}
