package io.belay.app.accounts;

import io.belay.app.accounts.ImportViewModel.Kind;
import io.belay.app.control.Build;
import io.belay.app.control.Chosen;
import io.belay.app.control.Typed;
import io.belay.app.fx.Ui;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// A private key, a keystore file, or an address to watch.
final class ImportPanel extends VBox {
  private final Ui ui;
  private final ImportViewModel model;
  private final Runnable close;
  private final VBox fields = new VBox(12);

  ImportPanel(Ui ui, ImportViewModel model, Runnable close) {
    this.ui = ui;
    this.model = model;
    this.close = close;
    getStyleClass().add("panel");
    setMaxWidth(720);
    getChildren()
        .addAll(
            Build.label(ui.text("import.title"), "section-title"),
            kinds(),
            fields,
            Build.problem(model.problem()),
            waiting());
    model.kind().addListener((o, was, is) -> show());
    show();
  }

  private HBox kinds() {
    HBox row = Build.row(0);
    ToggleGroup group = new ToggleGroup();
    for (Kind kind : Kind.values()) {
      ToggleButton button = new ToggleButton(ui.text("import.kind." + word(kind)));
      button.setId("import-" + word(kind));
      button.setToggleGroup(group);
      button.setSelected(kind == model.kind().get());
      button.setOnAction(e -> button.setSelected(true)); // one of them always is
      Chosen.when(button, () -> model.kind().set(kind));
      button.disableProperty().bind(model.busy());
      row.getChildren().add(button);
    }
    return row;
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  private void show() {
    fields
        .getChildren()
        .setAll(
            switch (model.kind().get()) {
              case KEY -> key();
              case KEYSTORE -> keystore();
              case WATCH -> watch();
              case DISCOVER -> discover();
            });
  }

  private List<Node> key() {
    PasswordField key = new PasswordField();
    key.setId("private-key");
    return List.of(
        Build.wrapped(ui.text("import.key.detail"), "muted"),
        Build.formRow(ui.text("import.key"), key),
        name(),
        actions(() -> model.importKey(Typed.take(key))));
  }

  private List<Node> keystore() {
    TextField file = new TextField();
    file.setId("keystore-file");
    file.setAccessibleText(ui.text("import.file"));
    file.textProperty().bindBidirectional(model.file());
    HBox.setHgrow(file, Priority.ALWAYS);
    PasswordField password = new PasswordField();
    password.setId("keystore-password");
    Button choose = Build.button(ui.text("import.choose"), "plain", this::choose);
    return List.of(
        Build.wrapped(ui.text("import.keystore.detail"), "muted"),
        Build.formRow(ui.text("import.file"), Build.row(8, file, choose)),
        Build.formRow(ui.text("import.password"), password),
        name(),
        actions(() -> model.importKeystore(Typed.take(password))));
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(ui.text("import.file"));
    Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()));
    chosen.ifPresent(file -> model.file().set(file.getPath()));
  }

  private List<Node> watch() {
    TextField address = new TextField();
    address.setId("watch-address");
    address.getStyleClass().add("mono");
    address.setPromptText("0x");
    address.textProperty().bindBidirectional(model.address());
    return List.of(
        Build.wrapped(ui.text("import.watch.detail"), "muted"),
        Build.formRow(ui.text("import.address"), address),
        name(),
        actions(model::watch));
  }

  private List<Node> discover() {
    Label looked = Build.label("", "muted", "caption");
    looked.textProperty().bind(model.looked());
    return List.of(
        Build.wrapped(ui.text("import.discover.detail"), "muted"),
        actions(model::discover),
        looked);
  }

  private VBox name() {
    TextField name = new TextField();
    name.setId("import-name");
    name.textProperty().bindBidirectional(model.name());
    return Build.formRow(ui.text("accounts.name"), name);
  }

  private HBox actions(Runnable action) {
    Button go =
        Build.button(ui.text("import.action." + word(model.kind().get())), "accent", action);
    go.setId("import-go");
    go.disableProperty().bind(model.busy());
    Button leave = Build.button(ui.text("action.cancel"), "plain", close);
    leave.disableProperty().bind(model.busy());
    return Build.row(8, go, leave);
  }

  private HBox waiting() {
    Label waitingFor = Build.label("", "muted", "caption");
    waitingFor
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.kind().get() == Kind.KEYSTORE ? ui.text("import.waiting") : "",
                model.kind()));
    ProgressBar bar = new ProgressBar();
    bar.setId("import-progress");
    bar.setPrefWidth(220);
    bar.progressProperty().bind(model.progress());
    Button stop = Build.button(ui.text("action.cancel"), "plain", model::cancel);
    stop.setId("import-stop");
    HBox row = Build.row(12, waitingFor, bar, stop);
    row.setAlignment(Pos.CENTER_LEFT);
    row.visibleProperty().bind(model.busy());
    row.managedProperty().bind(model.busy());
    return row;
  }
}
