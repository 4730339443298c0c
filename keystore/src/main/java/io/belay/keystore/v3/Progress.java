package io.belay.keystore.v3;

/// Hears how far a slow step is. To cancel the step, interrupt its thread; it then throws
/// `cancelled` and leaves the thread interrupted.
@FunctionalInterface
public interface Progress {
  /// For callers that do not want to know.
  Progress SILENT = part -> {};

  /// Called about two hundred times, from the thread that works.
  ///
  /// @param part from 0 to 1, never falling
  void reached(double part);

  /// The progress of one step of several.
  ///
  /// @param from where this step starts in the whole, 0 to 1
  /// @param to where it ends
  default Progress span(double from, double to) {
    return part -> reached(from + (to - from) * part);
  }
}
