package io.belay.app.control;

import io.belay.core.state.Observed;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A level as shape, word and colour, always all three.
public final class Chip extends HBox {
  private final Label label = new Label();
  private Optional<Observed.Level> level = Optional.empty();
  private boolean bare;

  /// On its own ground.
  public Chip(Observed.Level level, String words) {
    setMaxWidth(USE_PREF_SIZE);
    label.setMinWidth(USE_PREF_SIZE);
    show(level, words);
  }

  /// Shows another level; the node, and focus on it, stay. Styles are set only where they change:
  /// each change of one is a search through all style sheets.
  void show(Observed.Level next, String words) {
    label.setText(words);
    setAccessibleText(words);
    if (level.filter(next::equals).isEmpty()) {
      level = Optional.of(next);
      getChildren().setAll(new EvidenceGlyph(next), label);
      dress();
    }
  }

  private void dress() {
    Observed.Level shown = level.orElse(Observed.Level.UNKNOWN);
    getStyleClass().setAll("chip", shown.word());
    if (bare && isStrong(shown)) {
      getStyleClass().add("bare");
    }
  }

  /// Without ground, for dense lists. Only proven and agreed go so: the weaker levels keep their
  /// ground whoever asks.
  public Chip bare() {
    bare = true;
    dress();
    return this;
  }

  private static boolean isStrong(Observed.Level level) {
    return level == Observed.Level.PROVEN || level == Observed.Level.AGREED;
  }
}
