package io.belay.app.fx;

/// Words written from right to left, made safe to wrap.
///
/// JavaFX on Linux (25.0.4 and 26.0.2 alike) looks before the beginning of a text for the blanks at
/// the end of a wrapped line, where that line is a run from right to left, and fails; the whole
/// window then stays unlaid. As many invisible marks (U+200E) as the text is long, ahead of it, are
/// what it may find there.
public final class Bidi {
  private static final char MARK = '\u200e';

  private Bidi() {}

  /// The text as it is to be shown where it may be wrapped.
  public static String wrappable(String text) {
    int ahead = 0;
    while (ahead < text.length() && text.charAt(ahead) == MARK) {
      ahead++;
    }
    int missing = text.length() - 2 * ahead;
    return missing > 0 && isFromTheRight(text) ? String.valueOf(MARK).repeat(missing) + text : text;
  }

  private static boolean isFromTheRight(String text) {
    return text.codePoints()
            .map(Character::getDirectionality)
            .anyMatch(
                d ->
                    d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }
}
