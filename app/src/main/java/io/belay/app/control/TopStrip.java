package io.belay.app.control;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Above the pages while there is something to say, before a vault is open too.
public abstract class TopStrip extends VBox {
  /// Says nothing yet.
  protected TopStrip() {}

  /// Shows this from now on, drawn anew whenever one of its words changes.
  ///
  /// @param title blank while there is nothing to say
  /// @param others the other words
  protected final void say(
      Supplier<List<Node>> drawn, ObservableStringValue title, ObservableStringValue... others) {
    getStyleClass().add("top-strip");
    title.addListener((o, was, is) -> draw(drawn, title));
    for (ObservableStringValue other : others) {
      other.addListener((o, was, is) -> draw(drawn, title));
    }
    draw(drawn, title);
  }

  private void draw(Supplier<List<Node>> drawn, ObservableStringValue title) {
    boolean told = !title.get().isEmpty();
    Build.present(this, told);
    getChildren().setAll(told ? drawn.get() : List.of());
  }
}
