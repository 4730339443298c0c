package io.belay.app.nonces;

import io.belay.core.send.NonceSlot;
import javafx.scene.layout.Pane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// What is at a nonce, as a shape of 16 by 16 whose outline differs from kind to kind.
final class SlotShape extends Pane {
  SlotShape(NonceSlot.Kind kind) {
    SVGPath shape = new SVGPath();
    shape.setContent(path(kind));
    shape.setFillRule(FillRule.EVEN_ODD);
    shape.getStyleClass().add("shape");
    getStyleClass().addAll("slot-shape", kind.word());
    getChildren().add(shape);
    setMinSize(16, 16);
    setMaxSize(16, 16);
  }

  private static String path(NonceSlot.Kind kind) {
    return switch (kind) {
      case MINED -> "M2.5 2.5 H13.5 V13.5 H2.5 Z";
      case IN_POOL -> "M13.5 8 a5.5 5.5 0 1 1 -11 0 a5.5 5.5 0 1 1 11 0";
      case STUCK -> "M14 8 a6 6 0 1 1 -12 0 a6 6 0 1 1 12 0 M8 4.6 V8 L10.4 9.6";
      case UNSEEN -> "M13 8 a5 5 0 1 1 -10 0 a5 5 0 1 1 10 0";
      case GAP ->
          "M2 5 V3.5 A1.5 1.5 0 0 1 3.5 2 H5 M11 2 H12.5 A1.5 1.5 0 0 1 14 3.5 V5"
              + " M14 11 V12.5 A1.5 1.5 0 0 1 12.5 14 H11 M5 14 H3.5 A1.5 1.5 0 0 1 2 12.5 V11"
              + " M5.5 8 H10.5";
      case FOREIGN ->
          "M8 .5 L15.5 8 L8 15.5 L.5 8 Z M7.1 4 h1.8 v5 h-1.8 Z M7.1 10.3 h1.8 v1.8 h-1.8 Z";
    };
  }
}
