package io.belay.app.vault;

import io.belay.app.control.Build;
import io.belay.app.control.Spoken;
import io.belay.app.fx.Ui;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/// The choice of the time after which the vault locks.
public final class LockChoice extends HBox {
  /// Shows what holds, and changes it.
  public LockChoice(Ui ui, LockViewModel model) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    ComboBox<Duration> choice = new ComboBox<>();
    choice.setId("vault-idle");
    choice.setAccessibleText(ui.text("vault.idle"));
    choice.getItems().setAll(model.choices());
    choice.setConverter(new Spoken<>(model::words));
    choice.setValue(model.chosen().get());
    model.chosen().addListener((o, was, is) -> choice.setValue(is));
    choice.valueProperty().addListener((o, was, is) -> model.choose(is));
    getChildren().addAll(Build.label(ui.text("vault.idle"), "muted"), choice);
  }
}
