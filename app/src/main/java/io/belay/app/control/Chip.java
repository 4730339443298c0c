package io.belay.app.control;

import io.belay.core.state.Observed;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A level as shape, word and colour, always all three.
public final class Chip extends HBox {
  /// On its own ground.
  public Chip(Observed.Level level, String words) {
    setMaxWidth(USE_PREF_SIZE);
    show(level, words);
  }

  /// Shows another level; the node, and focus on it, stay.
  void show(Observed.Level level, String words) {
    Label label = new Label(words);
    label.setMinWidth(USE_PREF_SIZE);
    getStyleClass().setAll("chip", level.word());
    getChildren().setAll(new EvidenceGlyph(level), label);
    setAccessibleText(words);
  }

  /// Without ground, for dense lists; only proven and agreed may go so.
  public Chip bare() {
    getStyleClass().add("bare");
    return this;
  }
}
