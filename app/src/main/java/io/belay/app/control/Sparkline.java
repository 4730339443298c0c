package io.belay.app.control;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// Latencies as a line of 120 by 20, on the page's common scale, so that a slow endpoint looks
/// slow.
public final class Sparkline extends Pane {
  private static final double WIDTH = 120;
  private static final double HEIGHT = 20;
  private static final int POINTS = 40;

  /// Draws the last latencies, -1 where no reply came.
  ///
  /// @param scale the latency at the top, ms
  public Sparkline(List<Integer> latencies, int scale) {
    getStyleClass().add("spark");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // time runs to the right
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    if (latencies.stream().allMatch(l -> l < 0)) {
      getChildren().add(line(HEIGHT / 2, "none"));
      return;
    }
    Path path = new Path();
    path.getStyleClass().add("line");
    boolean pen = false;
    int from = Math.max(0, latencies.size() - POINTS);
    double step = WIDTH / (POINTS - 1);
    double start = WIDTH - (latencies.size() - from - 1) * step;
    for (int i = from; i < latencies.size(); i++) {
      int latency = latencies.get(i);
      double x = start + (i - from) * step;
      double y = HEIGHT - 2 - (HEIGHT - 4) * Math.min(latency, scale) / Math.max(scale, 1);
      if (latency >= 0) {
        path.getElements().add(pen ? new LineTo(x, y) : new MoveTo(x, y));
      }
      pen = latency >= 0;
    }
    getChildren().addAll(line(HEIGHT - 0.5, "base"), path);
  }

  private static Line line(double y, String style) {
    Line line = new Line(0, y, WIDTH, y);
    line.getStyleClass().add(style);
    return line;
  }
}
