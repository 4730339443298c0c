package io.belay.core.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A text with nothing left unseen: each character that shows nothing, turns the direction of
/// writing or passes for a blank is written as its number. Joined, the plain pieces and the marked
/// characters are the text.
///
/// @param pieces in order
/// @param hidden how many marked characters of each kind could mislead; line ends do not
public record ShownText(List<Piece> pieces, Map<Kind, Integer> hidden) {
  /// What kind of character it is.
  public enum Kind {
    /// Turns the direction of writing (Unicode UAX 9).
    TURNS,
    /// Shows nothing.
    INVISIBLE,
    /// Steers a device.
    CONTROL,
    /// Passes for a blank and is none.
    BLANK;

    /// Its key.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A part of the text.
  ///
  /// @param text as it is shown
  /// @param isMark whether it stands for a character that would not be seen
  public record Piece(String text, boolean isMark) {}

  private static final String LINE_END = "\u21b5";

  /// Copies both.
  public ShownText {
    pieces = List.copyOf(pieces);
    hidden = Map.copyOf(hidden);
  }

  /// Shows a text.
  public static ShownText of(String text) {
    Reader reader = new Reader();
    int[] points = text.codePoints().toArray();
    for (int at = 0; at < points.length; at++) {
      reader.read(points[at], at > 0 ? points[at - 1] : ' ', isLineEnd(points, at + 1));
    }
    reader.flush();
    return new ShownText(reader.pieces, reader.hidden);
  }

  private static boolean isLineEnd(int[] points, int at) {
    return at >= points.length || points[at] == '\n' || points[at] == '\r';
  }

  /// How many characters could mislead.
  public int hiddenCount() {
    return hidden.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Everything as one line of text, marks included.
  public String text() {
    StringBuilder all = new StringBuilder();
    pieces.forEach(piece -> all.append(piece.text()));
    return all.toString();
  }

  private static final class Reader {
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Kind, Integer> hidden = new TreeMap<>();
    private final StringBuilder plain = new StringBuilder();

    void read(int c, int before, boolean last) {
      if (c == '\n') {
        mark(LINE_END);
        plain.append('\n');
      } else if (c == ' ' && last) {
        mark("\u00b7"); // at the end of a line a blank would not be seen
      } else if (c == ' ') {
        plain.append(' ');
      } else if (isJoiner(c) && isPicture(before)) {
        plain.appendCodePoint(c); // within one picture
      } else {
        note(c);
      }
    }

    private void note(int c) {
      kind(c)
          .ifPresentOrElse(
              kind -> {
                hidden.merge(kind, 1, Integer::sum);
                mark(String.format(Locale.ROOT, "\u2039U+%04X\u203a", c));
              },
              () -> plain.appendCodePoint(c));
    }

    // emoji are put together with these; anywhere else they only hide
    private static boolean isJoiner(int c) {
      return c == 0x200d || c == 0xfe0f;
    }

    private static boolean isPicture(int c) {
      return c == 0xfe0f || (Character.isEmoji(c) && c > 0x7f);
    }

    private static Optional<Kind> kind(int c) {
      if (isMarkOfDirection(c)) {
        return Optional.of(Kind.TURNS);
      }
      return switch (Character.getType(c)) {
        case Character.CONTROL -> Optional.of(Kind.CONTROL);
        case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
            Optional.of(Kind.INVISIBLE);
        case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
            // U+3000 is the blank of Chinese and Japanese
            c == 0x3000 ? Optional.empty() : Optional.of(Kind.BLANK);
        default -> isUnseen(c) ? Optional.of(Kind.INVISIBLE) : Optional.empty();
      };
    }

    private static boolean isMarkOfDirection(int c) {
      return c == 0x200e
          || c == 0x200f
          || c == 0x061c
          || (c >= 0x202a && c <= 0x202e)
          || (c >= 0x2066 && c <= 0x2069);
    }

    // letters and marks that are drawn as nothing: Hangul fillers, selectors of variants, Braille's
    // empty pattern, the joiner of graphemes
    private static boolean isUnseen(int c) {
      return c == 0x115f
          || c == 0x1160
          || c == 0x3164
          || c == 0xffa0
          || c == 0x2800
          || c == 0x034f
          || (c >= 0xfe00 && c <= 0xfe0f)
          || (c >= 0xe0100 && c <= 0xe01ef);
    }

    private void mark(String text) {
      flush();
      pieces.add(new Piece(text, true));
    }

    void flush() {
      if (!plain.isEmpty()) {
        pieces.add(new Piece(plain.toString(), false));
        plain.setLength(0);
      }
    }
  }
}
