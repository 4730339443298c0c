package io.belay.app.control;

import io.belay.app.fx.Ui;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// A wait: nothing while it is short, then a thin bar and words, and after 2 s a way to stop it.
public final class WaitLine extends HBox {
  private static final Duration SOON = Duration.millis(300);
  private static final Duration LONG = Duration.seconds(2);

  private final PauseTransition soon = new PauseTransition(SOON);
  private final PauseTransition late = new PauseTransition(LONG);
  private final ObservableValue<Boolean> busy; // kept: bindings listen weakly
  private final ChangeListener<Boolean> change; // kept as long as this line, and no longer

  /// @param busy while it lasts
  /// @param words what is done meanwhile
  /// @param id of the button that stops it
  public WaitLine(Ui ui, ObservableValue<Boolean> busy, String words, String id, Runnable cancel) {
    super(10);
    this.busy = busy;
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    ProgressBar bar = new ProgressBar();
    bar.setPrefWidth(72);
    bar.setMinWidth(72);
    bar.setAccessibleText(words);
    Label label = Build.wrapped(words, "muted", "caption");
    Button stop = Build.button(ui.text("action.cancel"), "plain", cancel);
    stop.setId(id);
    getChildren().addAll(bar, label, stop);
    Build.present(this, false);
    Build.present(stop, false);
    soon.setOnFinished(e -> Build.present(this, true));
    late.setOnFinished(e -> Build.present(stop, true));
    this.change = (o, was, is) -> show(stop);
    busy.addListener(new WeakChangeListener<>(change)); // what is waited for outlives its forms
    show(stop);
  }

  private void show(Button stop) {
    soon.stop();
    late.stop();
    Build.present(this, false);
    Build.present(stop, false);
    if (busy.getValue()) {
      soon.play();
      late.play();
    }
  }
}
