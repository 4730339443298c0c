package io.belay.app.fx;

import java.time.InstantSource;

/// What every screen needs and no screen owns. Knows no toolkit, so that ViewModels may hold it.
///
/// @param words texts
/// @param background where blocking work goes
/// @param clock time
public record Ui(Words words, Background background, InstantSource clock) {
  /// The text of a key.
  public String text(String key, Object... args) {
    return words.get(key, args);
  }
}
