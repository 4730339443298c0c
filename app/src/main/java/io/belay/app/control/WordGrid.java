package io.belay.app.control;

import java.util.List;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// Recovery words with their places. JavaFX keeps the texts it shows until they are collected.
public final class WordGrid extends FlowPane {
  /// Shows the words in their order.
  public WordGrid(List<char[]> words) {
    super(8, 8);
    int place = 1;
    for (char[] word : words) {
      HBox cell =
          new HBox(
              8,
              Build.label(String.valueOf(place++), "faint", "caption", "word-place"),
              Build.label(String.valueOf(word), "strong"));
      cell.getStyleClass().add("word-cell");
      getChildren().add(cell);
    }
  }
}
