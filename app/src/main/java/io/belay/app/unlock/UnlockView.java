package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.control.Typed;
import io.belay.app.fx.Ui;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/// Vault, password, and the wait for the key.
final class UnlockView extends VBox {
  UnlockView(Ui ui, UnlockViewModel model, Runnable create) {
    getStyleClass().add("panel");
    ComboBox<String> vault = new ComboBox<>(model.names());
    vault.setMaxWidth(Double.MAX_VALUE);
    vault.valueProperty().bindBidirectional(model.name());
    PasswordField password = new PasswordField();
    password.setId("password");
    Button unlock =
        Build.button(ui.text("unlock.action"), "accent", () -> model.unlock(Typed.take(password)));
    unlock.setId("unlock");
    unlock.setDefaultButton(true);
    unlock.disableProperty().bind(model.busy());
    Button copy = Build.button(ui.text("unlock.copy"), "plain", model::useCopy);
    copy.setId("use-copy");
    copy.visibleProperty().bind(model.copyOffered());
    copy.managedProperty().bind(model.copyOffered());
    Label notice = Build.wrapped("", "muted");
    notice.textProperty().bind(model.notice());
    notice.visibleProperty().bind(model.notice().isNotEmpty());
    notice.managedProperty().bind(model.notice().isNotEmpty());
    Build.focusWhenShown(password);
    getChildren()
        .addAll(
            Build.formRow(ui.text("unlock.vault"), vault),
            Build.formRow(ui.text("unlock.password"), password),
            Build.problem(model.problem()),
            copy,
            notice,
            Build.row(
                8, unlock, Build.spring(), Build.button(ui.text("unlock.create"), "link", create)),
            new Waiting(ui, model.busy(), Optional.of(model::cancel)));
  }
}
