package io.belay.app.control;

import io.belay.app.fx.Background.Running;
import io.belay.app.fx.Ui;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Which of several QR codes is shown; turns them by itself where that is wanted.
public final class QrTurns {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Ui ui;
  private final List<String> texts;
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper();
  private final BooleanProperty turning = new SimpleBooleanProperty();
  private Optional<Running> clock = Optional.empty();

  /// @param texts at least one
  public QrTurns(Ui ui, List<String> texts) {
    this.ui = ui;
    this.texts = List.copyOf(texts);
  }

  /// How many there are.
  public int count() {
    return texts.size();
  }

  /// Which one is shown, from 0.
  public ReadOnlyIntegerProperty index() {
    return index.getReadOnlyProperty();
  }

  /// The text of the code that is shown.
  public String text() {
    return texts.get(index.get());
  }

  /// Whether they turn by themselves.
  public ReadOnlyBooleanProperty turning() {
    return turning;
  }

  /// The next one, after the last the first; by hand, so nothing turns by itself any more.
  public void next() {
    stop();
    step(1);
  }

  /// The one before.
  public void previous() {
    stop();
    step(-1);
  }

  private void step(int by) {
    index.set(Math.floorMod(index.get() + by, count()));
  }

  /// Turns by itself from now on.
  public void start() {
    stop();
    if (count() > 1) {
      turning.set(true);
      // the first call comes at once, and is no turn
      int[] calls = {0};
      clock =
          Optional.of(
              ui.background()
                  .every(
                      PAUSE,
                      () -> calls[0]++,
                      call -> {
                        if (call > 0) {
                          step(1);
                        }
                      },
                      e -> stop()));
    }
  }

  /// Stands still.
  public void stop() {
    turning.set(false);
    clock.ifPresent(Running::cancel);
    clock = Optional.empty();
  }
}
