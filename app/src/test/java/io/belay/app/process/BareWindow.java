package io.belay.app.process;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The least a JavaFX program can show: what [StartBench] holds Belay's window against.
final class BareWindow {
  static final String TITLE = "Bare window";

  private BareWindow() {}

  /// Shows it.
  public static void main(String[] args) {
    Platform.startup(() -> {
      Stage stage = new Stage();
      stage.setTitle(TITLE);
      stage.setScene(new Scene(new Label("bare"), 400, 300));
      stage.show();
    });
  }
}
