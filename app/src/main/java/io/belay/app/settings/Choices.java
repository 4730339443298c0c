package io.belay.app.settings;

import io.belay.app.fx.Look;

/// What a person chose for the window.
///
/// @param look how it looks
/// @param language its tag (BCP 47), or blank for the system's
public record Choices(Look look, String language) {
  /// Where nothing was chosen.
  public static final Choices USUAL = new Choices(Look.USUAL, "");

  /// With another look.
  public Choices with(Look other) {
    return new Choices(other, language);
  }

  /// In another language.
  public Choices in(String other) {
    return new Choices(look, other);
  }
}
