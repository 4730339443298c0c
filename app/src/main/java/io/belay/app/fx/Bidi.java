package io.belay.app.fx;

/// Words written from right to left, made safe to wrap.
///
/// JavaFX on Linux (25.0.4 and 26.0.2 alike) looks before the beginning of a text for the blanks at
/// the end of a wrapped line, where that line is a run from right to left, and fails; the whole
/// window then stays unlaid. As many invisible marks (U+200E) as the text is long, ahead of it, are
/// what it may find there. One of the other kind (U+200F) before them keeps the direction of a text
/// that begins from the right.
public final class Bidi {
  private static final char LEFT = '\u200e';
  private static final char RIGHT = '\u200f';

  private Bidi() {}

  /// The text as it is to be shown where it may be wrapped.
  public static String wrappable(String text) {
    int from = 0;
    while (from < text.length() && isMark(text.charAt(from))) {
      from++;
    }
    int missing = text.length() - 2 * from;
    if (missing <= 0 || text.codePoints().noneMatch(Bidi::isFromTheRight)) {
      return text;
    }
    String ahead = String.valueOf(LEFT).repeat(missing + 1);
    return (beginsFromTheRight(text) ? RIGHT + ahead : ahead) + text;
  }

  private static boolean isMark(char c) {
    return c == LEFT || c == RIGHT;
  }

  private static boolean isFromTheRight(int point) {
    byte direction = Character.getDirectionality(point);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean beginsFromTheRight(String text) {
    return text.codePoints()
        .filter(p -> isFromTheRight(p) || isFromTheLeft(p))
        .limit(1)
        .anyMatch(Bidi::isFromTheRight);
  }

  private static boolean isFromTheLeft(int point) {
    return Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }
}
