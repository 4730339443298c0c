package io.belay.app.shell;

import io.belay.app.fx.Theme;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// Hands and eyes of a test in front of the window: each call does one thing on the JavaFX thread
/// and waits for it, never longer than it has to.
///
/// @param stage the window
/// @param patience how long [#await] waits, s
public record Hands(Stage stage, int patience) {
  private static final long STEP = 10_000;

  /// Does something on the JavaFX thread.
  public static void run(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(STEP, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Asks something on the JavaFX thread.
  public static <T> T ask(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(STEP, question);
  }

  /// The node with an id.
  public <T extends Node> T find(String id, Class<T> type) {
    return type.cast(stage.getScene().lookup(id));
  }

  /// Waits for what a page shows only when it has read what it needs.
  private void present(String id) {
    try {
      awaitThat(id, () -> find(id, Node.class) != null);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /// Replaces a field's text.
  public void fill(String id, String text) {
    present(id);
    run(() -> find(id, TextInputControl.class).setText(text));
  }

  /// Types into a field, key by key.
  public void type(String id, String text) {
    present(id);
    run(() -> {
      TextInputControl field = find(id, TextInputControl.class);
      field.applyCss(); // a field not yet drawn once has no skin, and without one no ears for keys
      field.clear();
      field.requestFocus();
      text.chars().mapToObj(c -> String.valueOf((char) c)).forEach(c -> field.fireEvent(typed(c)));
    });
  }

  private static KeyEvent typed(String character) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
  }

  /// Presses the button with an id.
  public void fire(String id) {
    run(() -> find(id, Button.class).fire());
  }

  /// Presses the button that is called so.
  public void fireCalled(String text) {
    run(() ->
        stage.getScene().getRoot().lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(button -> button.getText().equals(text))
            .toList()
            .forEach(Button::fire));
  }

  /// Chooses from a list.
  @SuppressWarnings("unchecked")
  public void choose(String id, String value) {
    run(() -> ((ComboBox<String>) find(id, ComboBox.class)).setValue(value));
  }

  /// Presses a key where the focus is, with or without Ctrl.
  public void press(KeyCode code, boolean control) {
    run(() -> {
      Node target =
          Optional.ofNullable(stage.getScene().getFocusOwner()).orElse(stage.getScene().getRoot());
      target.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    });
  }

  /// Waits until a text that contains this is shown.
  public void await(String text) throws TimeoutException {
    awaitThat(text, () -> texts().stream().anyMatch(shown -> shown.contains(text)));
  }

  /// Waits until something holds on the JavaFX thread.
  ///
  /// @param what says what is waited for, should it not come
  public void awaitThat(String what, Callable<Boolean> holds) throws TimeoutException {
    try {
      WaitForAsyncUtils.waitFor(
          patience, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(STEP, holds));
    } catch (TimeoutException e) {
      TimeoutException told =
          new TimeoutException("waited for '" + what + "', seen " + ask(this::texts));
      told.initCause(e);
      throw told;
    }
  }

  /// Makes the window this high, from the top of the screen. One that goes over the edge of a
  /// headless screen is drawn past the end of its memory, which fails in the log and nowhere else.
  public void grow(int height) {
    run(() -> {
      double most = Screen.getPrimary().getBounds().getHeight();
      if (height > most) {
        throw new IllegalArgumentException(height + " is more than the screen's " + most);
      }
      stage.setY(0);
      stage.setHeight(height);
    });
  }

  /// All texts that are shown; to be called on the JavaFX thread.
  public List<String> texts() {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .filter(Hands::isShown)
        .filter(Labeled.class::isInstance)
        .map(node -> String.valueOf(((Labeled) node).getText()))
        .toList();
  }

  /// Whether a node and all it is in are visible; to be called on the JavaFX thread.
  static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /// Keeps a picture in one scheme, in the way [Pictures] says.
  public void picture(String name, Theme.Scheme scheme) throws IOException {
    new Pictures(stage).one(name, scheme);
  }

  /// Keeps a picture in the present scheme.
  public void picture(String name) throws IOException {
    new Pictures(stage).one(name);
  }

  /// Whether a text has not the room it needs; to be called on the JavaFX thread.
  static boolean isCut(Labeled labeled) {
    String text = Optional.ofNullable(labeled.getText()).orElse("");
    return labeled.lookup(".text") instanceof Text drawn
        && drawn.getText().endsWith("...")
        && !text.endsWith("...");
  }

  /// Keeps all pictures of what is shown that [Pictures] keeps.
  public void pictures(String name) throws IOException {
    new Pictures(stage).all(name);
  }
}
