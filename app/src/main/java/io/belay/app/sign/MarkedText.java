package io.belay.app.sign;

import io.belay.app.fx.Bidi;
import io.belay.core.decode.ShownText;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A text in which nothing is left unseen: what would be hidden stands as a mark.
final class MarkedText extends TextFlow {
  /// Shows a text. One from right to left is not wrapped but scrolled: JavaFX breaks its lines
  /// beyond the edge, and what is signed must all be in reach.
  static Node of(ShownText shown) {
    MarkedText text = new MarkedText(shown);
    if (Bidi.wrappable(shown.text()).equals(shown.text())) {
      return text;
    }
    text.setPadding(new Insets(0, 0, 20, 0)); // the bar lies over what stands below
    ScrollPane wide = new ScrollPane(text);
    wide.setAccessibleText(shown.text());
    wide.setFitToHeight(true);
    wide.setMinHeight(ScrollPane.USE_PREF_SIZE);
    return wide;
  }

  private MarkedText(ShownText shown) {
    getStyleClass().add("marked-text");
    setMinWidth(0);
    setAccessibleText(shown.text());
    // a message from right to left must not take the window down when it wraps
    String text = shown.text();
    String ahead = Bidi.wrappable(text);
    getChildren().add(new Text(ahead.substring(0, ahead.length() - text.length())));
    shown
        .pieces()
        .forEach(piece -> {
          Text node = new Text(piece.text());
          node.getStyleClass().add(piece.isMark() ? "mark-of" : "text");
          getChildren().add(node);
        });
  }
}
