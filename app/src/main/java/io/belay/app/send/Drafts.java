package io.belay.app.send;

import java.util.Optional;

/// Keeps the form that may be signed next over a crash. All may block.
public interface Drafts {
  /// The form that was kept and not dropped; empty where there is none, or none that can be read.
  Optional<SavedForm> read();

  /// Keeps a form in the place of the one before; it is on disk when this returns.
  void keep(SavedForm form);

  /// Forgets the form with this id: it was signed, or given up. Another one stays.
  void drop(String id);
}
