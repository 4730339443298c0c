package io.belay.core.decode;

/// A stranger's text made safe to show: one line, bounded, nothing that steers a screen.
public final class Quote {
  /// The most characters that are ever shown of one.
  public static final int LONGEST = 200;

  private Quote() {}

  /// The text with at most [#LONGEST] characters; what is no plain character becomes a space.
  public static String of(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().limit(LONGEST).map(c -> isPlain(c) ? c : ' ').forEach(safe::appendCodePoint);
    return safe.toString().strip();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT, // turns the direction of writing, or hides
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
