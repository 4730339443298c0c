package io.belay.app.process;

import io.belay.app.Main;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Runs `belay demo` and says when its window first shows a proven balance: what [StartBench] waits
/// for. Started as the launcher starts the program.
final class FirstBalance {
  static final String SHOWN = "a proven balance is shown";
  private static final int LOOK = 15; // ms

  private FirstBalance() {}

  /// Runs it.
  public static void main(String[] args) {
    Thread watcher = new Thread(FirstBalance::watch, "watcher");
    watcher.setDaemon(true);
    watcher.start();
    Main.main(new String[] {"demo"});
  }

  @SuppressWarnings("SystemOut") // heard by the bench
  private static void watch() {
    AtomicBoolean shown = new AtomicBoolean();
    while (!shown.get()) {
      try {
        Thread.sleep(LOOK);
        Platform.runLater(() -> shown.set(isShown()));
      } catch (InterruptedException e) {
        return;
      } catch (IllegalStateException e) {
        // the toolkit has not started yet
      }
    }
    System.out.println(SHOWN);
  }

  private static boolean isShown() {
    return Window.getWindows().stream()
        .map(Window::getScene)
        .map(Scene::getRoot)
        .anyMatch(root -> root.lookup("#accounts-table .chip.proven") != null);
  }
}
