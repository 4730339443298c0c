package io.belay.app.fx;

import javafx.scene.Parent;

/// One page of the window.
public interface Page {
  /// What is shown.
  Parent node();

  /// Called when it comes into view.
  void shown();

  /// Called when it leaves the view: stops asking, gives back what it holds.
  void hidden();

  /// Reads again what it shows.
  void refresh();

  /// Goes one step back within the page.
  ///
  /// @return whether there was a step to go back
  boolean back();

  /// Writes its amounts anew, which are hidden now, or shown again.
  default void redraw() {}

  /// Leads the keys to the search, where there is one (Ctrl+F).
  default void find() {}

  /// Confirms what is shown, where there is something to confirm (Ctrl+Enter).
  default void confirm() {}
}
