package io.belay.app.unlock;

import javafx.scene.control.PasswordField;

/// Takes what was typed out of a field as characters, and empties the field.
final class Passwords {
  private Passwords() {}

  static char[] take(PasswordField field) {
    char[] password = copy(field);
    field.clear();
    return password;
  }

  /// The characters that stand in the field, which keeps them.
  static char[] copy(PasswordField field) {
    CharSequence typed = field.getCharacters();
    char[] password = new char[typed.length()];
    for (int i = 0; i < password.length; i++) {
      password[i] = typed.charAt(i);
    }
    return password;
  }
}
