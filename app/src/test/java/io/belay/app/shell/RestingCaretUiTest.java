package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class RestingCaretUiTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_000));
  private final AtomicBoolean blinking = new AtomicBoolean();
  private TextField field;
  private Button other;
  private RestingCaret caret;
  private Stage stage;

  @BeforeEach
  void show() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    field = Hands.ask(this::watched);
    other = Hands.ask(() -> new Button("other"));
    Scene scene = Hands.ask(() -> new Scene(new VBox(field, other)));
    caret = new RestingCaret(scene, now::get);
    Hands.run(() -> {
      stage.setScene(scene);
      stage.show();
      field.requestFocus();
    });
  }

  /// A field that says whether the toolkit works for its caret.
  private TextField watched() {
    TextField made = new TextField();
    made.setSkin(
        new TextFieldSkin(made) {
          @Override
          public void setCaretAnimating(boolean on) {
            super.setCaretAnimating(on);
            blinking.set(on);
          }
        });
    return made;
  }

  @AfterEach
  void close() {
    Hands.run(stage::close);
  }

  private void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
    Hands.run(caret::tick);
  }

  @Test
  void itRestsWhileNobodyIsThere() {
    pass(Duration.ofSeconds(29));
    assertThat(blinking).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(blinking).isFalse();
  }

  @Test
  void itBlinksAgainForWhoeverComesBack() {
    pass(Duration.ofMinutes(1));
    Hands.run(caret::touched);
    assertThat(blinking).isTrue();
    pass(Duration.ofSeconds(29));
    assertThat(blinking).isTrue();
  }

  @Test
  void aFieldWithoutTheFocusStaysAtRest() {
    pass(Duration.ofMinutes(1));
    Hands.run(() -> other.requestFocus());
    Hands.run(caret::touched);
    assertThat(blinking).isFalse();
  }

  @Test
  void oneThatGetsTheFocusMeanwhileRestsToo() {
    Hands.run(() -> other.requestFocus());
    pass(Duration.ofMinutes(1));
    Hands.run(() -> field.requestFocus());
    assertThat(blinking).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(blinking).isFalse();
  }
}
