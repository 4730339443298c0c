package io.belay.app.control;

import io.belay.core.state.Observed;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A level as shape, word and colour, always all three.
public final class Chip extends HBox {
  private Optional<Observed.Level> level = Optional.empty();
  private String said = "";

  /// On its own ground.
  public Chip(Observed.Level level, String words) {
    setMaxWidth(USE_PREF_SIZE);
    show(level, words);
  }

  /// Shows another level; the node, and focus on it, stay.
  void show(Observed.Level next, String words) {
    if (level.filter(next::equals).isPresent() && said.equals(words)) {
      return;
    }
    level = Optional.of(next);
    said = words;
    Label label = new Label(words);
    label.setMinWidth(USE_PREF_SIZE);
    getStyleClass().setAll("chip", next.word());
    getChildren().setAll(new EvidenceGlyph(next), label);
    setAccessibleText(words);
  }

  /// Without ground, for dense lists. Only proven and agreed go so: the weaker levels keep their
  /// ground whoever asks.
  public Chip bare() {
    level.filter(Chip::isStrong).ifPresent(l -> getStyleClass().add("bare"));
    return this;
  }

  private static boolean isStrong(Observed.Level level) {
    return level == Observed.Level.PROVEN || level == Observed.Level.AGREED;
  }
}
