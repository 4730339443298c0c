package io.belay.app.control;

import io.belay.core.rpc.EndpointStatus.Mark;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// The last twelve reads: full for an answer, hollow for none, a diamond for a lie.
public final class MarkStrip extends Pane {
  private static final int SHOWN = 12;

  /// Draws the marks, oldest first.
  public MarkStrip(List<Mark> marks) {
    setMinSize(SHOWN * 7, 12);
    setMaxSize(SHOWN * 7, 12);
    int from = Math.max(0, marks.size() - SHOWN);
    int blank = SHOWN - (marks.size() - from);
    for (int i = 0; i < SHOWN; i++) {
      Shape shape =
          i < blank
              ? styled(new Rectangle(i * 7 + 0.5, 5.5, 4, 1), "none")
              : shape(marks.get(from + i - blank), i * 7);
      getChildren().add(shape);
    }
  }

  private static Shape shape(Mark mark, double x) {
    Shape shape =
        switch (mark) {
          case GOOD, FAILED -> new Rectangle(x + 0.5, 1.5, 4, 9);
          case LIE -> new Polygon(x + 2.5, 1, x + 5.5, 6, x + 2.5, 11, x - 0.5, 6);
        };
    return styled(shape, mark.name().toLowerCase(Locale.ROOT));
  }

  private static Shape styled(Shape shape, String style) {
    shape.getStyleClass().addAll("mark", style);
    return shape;
  }
}
