package io.belay.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class RestingCaretUiTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.ofEpochSecond(1_000));
  private final AtomicInteger blinks = new AtomicInteger();
  private TextField field;
  private Button other;
  private RestingCaret caret;
  private Stage stage;

  @BeforeEach
  void show() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    field = Hands.ask(TextField::new);
    other = Hands.ask(() -> new Button("other"));
    Scene scene = Hands.ask(() -> new Scene(new VBox(field, other)));
    caret = new RestingCaret(scene, now::get);
    Hands.run(() -> {
      stage.setScene(scene);
      stage.show();
      field.requestFocus();
      caretOf(field)
          .orElseThrow()
          .opacityProperty()
          .addListener((o, was, is) -> blinks.incrementAndGet());
    });
  }

  /// The line that blinks: of all the toolkit draws in a field the one whose opacity is not its
  /// own.
  private static Optional<Node> caretOf(Node node) {
    if (node instanceof Path && node.opacityProperty().isBound()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> caretOf(child).stream())
            .findFirst()
        : Optional.empty();
  }

  @AfterEach
  void close() {
    Hands.run(stage::close);
  }

  private void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
    Hands.run(caret::tick);
  }

  /// Whether it blinked in the last three seconds: it would have done so six times.
  private boolean blinked() throws InterruptedException {
    WaitForAsyncUtils.waitForFxEvents(); // what was due before
    int before = blinks.get();
    Thread.sleep(3_000);
    return blinks.get() > before;
  }

  @Test
  void itRestsWhileNobodyIsThere() throws InterruptedException {
    pass(Duration.ofSeconds(29));
    assertThat(blinked()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThat(blinked()).isFalse();
  }

  @Test
  void itBlinksAgainForWhoeverComesBack() throws InterruptedException {
    pass(Duration.ofMinutes(1));
    Hands.run(caret::touched);
    assertThat(blinked()).isTrue();
  }

  @Test
  void aFieldWithoutTheFocusStaysAtRest() throws InterruptedException {
    pass(Duration.ofMinutes(1));
    Hands.run(() -> other.requestFocus());
    Hands.run(caret::touched);
    assertThat(blinked()).isFalse();
  }

  @Test
  void oneThatGetsTheFocusMeanwhileRestsToo() throws InterruptedException {
    Hands.run(() -> other.requestFocus());
    pass(Duration.ofMinutes(1));
    Hands.run(() -> field.requestFocus());
    pass(Duration.ofSeconds(1));
    assertThat(blinked()).isFalse();
  }
}
