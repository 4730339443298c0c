package io.belay.app.settings;

import io.belay.app.fx.Look;
import io.belay.app.fx.Words;
import java.util.Locale;

/// What a person chose for the window.
///
/// @param look how it looks
/// @param language its tag (BCP 47), or blank for the system's
/// @param notices whether the system's notifications tell what happens while one looks elsewhere
public record Choices(Look look, String language, boolean notices) {
  /// Where nothing was chosen.
  public static final Choices USUAL = new Choices(Look.USUAL, "", true);

  /// With another look.
  public Choices with(Look other) {
    return new Choices(other, language, notices);
  }

  /// In another language.
  public Choices in(String other) {
    return new Choices(look, other, notices);
  }

  /// With notifications or without.
  public Choices notifying(boolean yes) {
    return new Choices(look, language, yes);
  }

  /// The texts in that language, where the system can show it; in English elsewhere.
  public Words words() {
    Locale wanted = language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
    boolean shown = Words.languages(System.getProperty("os.name")).contains(wanted.getLanguage());
    return new Words(shown ? wanted : Locale.ENGLISH);
  }
}
