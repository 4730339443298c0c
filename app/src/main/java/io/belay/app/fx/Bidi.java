package io.belay.app.fx;

import java.util.Locale;

/// Words written from right to left, made safe to wrap.
///
/// JavaFX on Linux (25.0.4 and 26.0.2 alike) looks before the beginning of a text for the blanks at
/// the end of a wrapped line, where that line is a run from right to left, and fails; the whole
/// window then stays unlaid. As many invisible marks (U+200E) as the text is long, ahead of it, are
/// what it may find there. They make it begin from the left, which a name can bear and a whole
/// language cannot: numbers and stops would stand in the wrong places.
public final class Bidi {
  private static final char MARK = '\u200e';

  private Bidi() {}

  /// Whether a whole language from the right can be laid out on a system.
  ///
  /// @param system its name, as `os.name` has it
  public static boolean isSound(String system) {
    return !system.toLowerCase(Locale.ROOT).contains("linux");
  }

  /// The text as it is to be shown where it may be wrapped.
  public static String wrappable(String text) {
    int ahead = 0;
    while (ahead < text.length() && text.charAt(ahead) == MARK) {
      ahead++;
    }
    int missing = text.length() - 2 * ahead;
    boolean safe = missing <= 0 || text.codePoints().noneMatch(Bidi::isFromTheRight);
    return safe ? text : String.valueOf(MARK).repeat(missing) + text;
  }

  private static boolean isFromTheRight(int point) {
    byte direction = Character.getDirectionality(point);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
