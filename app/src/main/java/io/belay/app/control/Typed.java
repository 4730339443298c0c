package io.belay.app.control;

import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;

/// Takes secrets that were typed out of fields as characters, without making a `String`.
public final class Typed {
  private Typed() {}

  /// The characters; the field is emptied.
  public static char[] take(PasswordField field) {
    char[] typed = copy(field);
    field.clear();
    return typed;
  }

  /// The characters that stand in the field, which keeps them.
  public static char[] copy(PasswordField field) {
    return chars(field.getCharacters());
  }

  /// The characters of an area, lines parted by line feeds, which keeps them.
  public static char[] copy(TextArea area) {
    int length = area.getParagraphs().stream().mapToInt(line -> line.length() + 1).sum();
    char[] typed = new char[Math.max(0, length - 1)];
    int at = 0;
    for (CharSequence line : area.getParagraphs()) {
      if (at > 0) {
        typed[at++] = '\n';
      }
      for (int i = 0; i < line.length(); i++) {
        typed[at++] = line.charAt(i);
      }
    }
    return typed;
  }

  private static char[] chars(CharSequence text) {
    char[] chars = new char[text.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = text.charAt(i);
    }
    return chars;
  }
}
