package io.belay.app.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Scrolls what is taller than the room for it, as wide as the room.
///
/// The toolkit draws the whole of what it scrolls into a picture, and that anew for each word that
/// changes in it; without the picture it draws the word's place.
public final class PageScroll extends ScrollPane {
  /// Empty.
  public PageScroll() {
    setFitToWidth(true);
    skinProperty().addListener((o, was, is) -> lookupAll(".viewport").forEach(this::draw));
  }

  private void draw(Node viewport) {
    if (viewport.getParent() == this) {
      viewport.setCache(false);
    }
  }
}
