package io.belay.app.sign;

import io.belay.core.decode.ShownText;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text in which nothing is left unseen: what would be hidden stands as a mark.
final class MarkedText extends TextFlow {
  MarkedText(ShownText shown) {
    getStyleClass().add("marked-text");
    setMinWidth(0);
    setAccessibleText(shown.text());
    shown
        .pieces()
        .forEach(piece -> {
          Text node = new Text(piece.text());
          node.getStyleClass().add(piece.isMark() ? "mark-of" : "text");
          getChildren().add(node);
        });
  }
}
