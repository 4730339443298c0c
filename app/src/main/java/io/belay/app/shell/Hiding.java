package io.belay.app.shell;

/// Whether amounts are hidden, over the end of the program.
public interface Hiding {
  /// As it was kept; shown where nobody chose. May block.
  boolean kept();

  /// Keeps it. May block.
  void keep(boolean hidden);
}
