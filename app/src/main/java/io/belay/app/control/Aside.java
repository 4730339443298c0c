package io.belay.app.control;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Room in a page for one form at a time; takes none while there is none.
public final class Aside extends VBox {
  /// Empty.
  public Aside() {
    close();
  }

  /// Shows a form in place of the one before.
  public void open(Node form) {
    getChildren().setAll(form);
    Build.present(this, true);
  }

  /// Takes the form away.
  public void close() {
    getChildren().clear();
    Build.present(this, false);
  }
}
