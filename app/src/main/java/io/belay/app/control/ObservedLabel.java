package io.belay.app.control;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.state.Observed;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// How a value is known, as a chip that answers "How is this known?" on click, Enter or Space.
public final class ObservedLabel extends HBox {
  private final Ui ui;
  private final int groups;
  private final Chip chip;
  private Observed<?> value;

  /// A chip on its own ground.
  ///
  /// @param groups operators in all
  public ObservedLabel(Ui ui, Observed<?> value, int groups) {
    this.ui = ui;
    this.value = value;
    this.groups = groups;
    this.chip = new Chip(value.level(), words(value));
    chip.setFocusTraversable(true);
    chip.setOnMouseClicked(e -> {
      ask();
      e.consume();
    });
    chip.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
        ask();
        e.consume();
      }
    });
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getChildren().add(chip);
  }

  /// Shows another value; the node, and focus on it, stay.
  public void show(Observed<?> next) {
    value = next;
    chip.show(next.level(), words(next)); // also when only its age has changed
  }

  private String words(Observed<?> of) {
    return new Phrases(ui.words()).known(of, groups, ui.clock().instant());
  }

  private void ask() {
    new KnownBy(ui).open(this, value, groups);
  }
}
