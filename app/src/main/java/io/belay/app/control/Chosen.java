package io.belay.app.control;

import javafx.scene.control.Toggle;

/// Hears of a choice however it is made. The arrow keys choose within a group without any action:
/// who listens to actions alone shows one choice and holds another.
public final class Chosen {
  private Chosen() {}

  /// Does something whenever a toggle becomes the chosen one.
  public static void when(Toggle toggle, Runnable then) {
    toggle
        .selectedProperty()
        .addListener((o, was, is) -> {
          if (is) {
            then.run();
          }
        });
  }
}
