package io.belay.app.fx;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/// Shows its content larger: laid out in the room that is left at that size, so that nothing is
/// cut, and drawn sharp.
public final class Zoom extends Pane {
  private final Parent content;
  private final Scale scale = new Scale(1, 1, 0, 0);

  /// At first in its own size.
  public Zoom(Parent content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /// Another size.
  ///
  /// @param percent of the own one
  public void percent(int percent) {
    scale.setX(percent / 100.0);
    scale.setY(percent / 100.0);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }
}
