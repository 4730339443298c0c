package io.belay.app.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;

/// A person in front of the window who has a keyboard and nothing else: keys go where the toolkit
/// takes them, through its accelerators and its way of the focus.
record Keyboard(Hands hands) {
  private static final int PATIENCE = 60;

  /// Presses a key and lets it go.
  void press(KeyCode code) {
    Hands.run(() -> {
      hands.stage().requestFocus();
      new Robot().keyType(code);
    });
  }

  /// What has the focus, by its id.
  String at() {
    return Hands.ask(() ->
        Optional.ofNullable(hands.stage().getScene().getFocusOwner())
            .map(Node::getId)
            .orElse(""));
  }

  /// Goes on by Tab until a control has the focus.
  void tabTo(String id) {
    for (int i = 0; i < PATIENCE; i++) {
      if (at().equals(id)) {
        return;
      }
      press(KeyCode.TAB);
    }
    throw new AssertionError("Tab never came to " + id + ", the last was " + at());
  }

  /// Types into what has the focus.
  void type(String text) {
    Hands.run(() -> {
      Node field = hands.stage().getScene().getFocusOwner();
      if (!(field instanceof TextInputControl)) {
        throw new AssertionError("nothing to type into: " + field);
      }
      text.chars()
          .mapToObj(c -> String.valueOf((char) c))
          .forEach(c ->
              field.fireEvent(
                  new KeyEvent(
                      KeyEvent.KEY_TYPED, c, "", KeyCode.UNDEFINED, false, false, false, false)));
    });
  }
}
