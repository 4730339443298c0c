package io.belay.app.unlock;

import io.belay.app.control.Build;
import io.belay.app.control.Typed;
import io.belay.app.fx.Ui;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The backup's file, its password, and the wait for its key.
final class BackupView extends VBox {
  private final Ui ui;
  private final BackupViewModel model;

  BackupView(Ui ui, BackupViewModel model, Optional<Runnable> back) {
    this.ui = ui;
    this.model = model;
    getStyleClass().add("panel");
    TextField file = new TextField();
    file.setId("backup-file");
    file.setAccessibleText(ui.text("backup.file"));
    file.textProperty().bindBidirectional(model.file());
    HBox.setHgrow(file, Priority.ALWAYS);
    Button choose = Build.button(ui.text("import.choose"), "plain", this::choose);
    choose.disableProperty().bind(model.busy());
    PasswordField password = new PasswordField();
    password.setId("backup-password");
    Button go =
        Build.button(ui.text("backup.action"), "accent", () -> model.restore(Typed.take(password)));
    go.setId("backup-go");
    go.setDefaultButton(true);
    go.disableProperty().bind(model.busy());
    Button leave =
        Build.button(ui.text("create.back"), "link", () -> back.ifPresent(Runnable::run));
    Build.present(leave, back.isPresent());
    leave.disableProperty().bind(model.busy());
    Build.focusWhenShown(file);
    getChildren()
        .addAll(
            Build.label(ui.text("backup.title"), "section-title"),
            Build.wrapped(ui.text("backup.detail"), "muted"),
            Build.formRow(ui.text("backup.file"), Build.row(8, file, choose)),
            Build.formRow(ui.text("backup.password"), password),
            Build.problem(model.problem()),
            Build.row(8, go, Build.spring(), leave),
            new Waiting(ui, model.opening(), Optional.of(model::cancel)));
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(ui.text("backup.file"));
    Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()));
    chosen.ifPresent(file -> model.file().set(file.getPath()));
  }
}
