package io.belay.app.control;

import io.belay.core.state.Observed;
import javafx.scene.layout.Pane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// How a value is known, as a shape of 16 by 16 whose outline differs from level to level.
public final class EvidenceGlyph extends Pane {
  /// Draws a level.
  public EvidenceGlyph(Observed.Level level) {
    SVGPath shape = new SVGPath();
    shape.setContent(path(level));
    shape.setFillRule(FillRule.EVEN_ODD);
    shape.getStyleClass().add("shape");
    getStyleClass().addAll("glyph", level.word());
    getChildren().add(shape);
    setMinSize(16, 16);
    setMaxSize(16, 16);
  }

  private static String path(Observed.Level level) {
    return switch (level) {
      case PROVEN ->
          "M8 1 L14 3 V7.5 C14 11.2 11.4 14 8 15 C4.6 14 2 11.2 2 7.5 V3 Z"
              + " M7.1 11 L12 6.1 L10.9 5 L7.1 8.8 L5.4 7.1 L4.3 8.2 Z";
      case AGREED ->
          "M10 8 a4.2 4.2 0 1 1 -8.4 0 a4.2 4.2 0 1 1 8.4 0"
              + " M14.4 8 a4.2 4.2 0 1 1 -8.4 0 a4.2 4.2 0 1 1 8.4 0";
      case SINGLE -> "M13 8 a5 5 0 1 1 -10 0 a5 5 0 1 1 10 0 M8 7.6 V8.4";
      case STALE -> "M14 8 a6 6 0 1 1 -12 0 a6 6 0 1 1 12 0 M8 4.6 V8 L10.4 9.6";
      case DISPUTED ->
          "M8 .5 L15.5 8 L8 15.5 L.5 8 Z M7.1 4 h1.8 v5 h-1.8 Z M7.1 10.3 h1.8 v1.8 h-1.8 Z";
      case UNKNOWN ->
          "M2 5 V3.5 A1.5 1.5 0 0 1 3.5 2 H5 M11 2 H12.5 A1.5 1.5 0 0 1 14 3.5 V5"
              + " M14 11 V12.5 A1.5 1.5 0 0 1 12.5 14 H11 M5 14 H3.5 A1.5 1.5 0 0 1 2 12.5 V11"
              + " M5.5 8 H10.5";
    };
  }
}
