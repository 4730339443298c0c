package io.belay.app.process;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// The least a JavaFX program can show: what [StartBench] and [IdleBench] hold Belay's window
/// against.
final class BareWindow {
  static final String TITLE = "Bare window";

  private BareWindow() {}

  /// Starts it on the jars of the built program.
  static List<String> command() {
    return Screen.java(
        Path.of("target/dist/lib").toAbsolutePath() + "/*:" + Path.of("target/test-classes"),
        BareWindow.class.getName());
  }

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
