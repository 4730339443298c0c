package io.belay.app.fx;

import java.time.InstantSource;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What every screen needs and no screen owns. Knows no toolkit, so that ViewModels may hold it.
///
/// @param words texts
/// @param background where blocking work goes
/// @param clock time
/// @param copied the address that was copied here last
/// @param look how the window looks, which the settings change
public record Ui(
    Words words,
    Background background,
    InstantSource clock,
    Copied copied,
    ObjectProperty<Look> look) {
  /// Where nothing was copied or chosen yet.
  public Ui(Words words, Background background, InstantSource clock) {
    this(words, background, clock, new Copied(clock), new SimpleObjectProperty<>(Look.USUAL));
  }

  /// The text of a key.
  public String text(String key, Object... args) {
    return words.get(key, args);
  }
}
