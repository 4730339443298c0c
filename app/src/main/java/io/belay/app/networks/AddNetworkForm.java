package io.belay.app.networks;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.app.networks.AddNetworkViewModel.Field;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// A network of one's own: typed at the left, as a file at the right.
final class AddNetworkForm extends VBox {
  private final Ui ui;
  private final AddNetworkViewModel model;
  private final TextField name = new TextField();

  /// @param close puts the form away
  AddNetworkForm(Ui ui, AddNetworkViewModel model, Runnable close) {
    super(12);
    this.ui = ui;
    this.model = model;
    setId("add-network");
    getStyleClass().add("panel");
    HBox ways = new HBox(32, typed(close), file());
    getChildren()
        .addAll(
            Build.label(ui.text("networks.form.title"), "section-title"),
            Build.wrapped(ui.text("networks.form.detail"), "muted"),
            ways);
  }

  private VBox typed(Runnable close) {
    CheckBox testnet = new CheckBox(ui.text("networks.form.testnet"));
    testnet.setId("network-testnet");
    testnet.selectedProperty().bindBidirectional(model.testnet());
    Button go = Build.button(ui.text("networks.add"), "accent", model::add);
    go.setId("network-go");
    go.disableProperty().bind(model.busy());
    VBox fields =
        new VBox(
            12,
            row(Field.NAME, name),
            pair(row(Field.CHAIN_ID, new TextField()), row(Field.SHORT_NAME, new TextField())),
            pair(row(Field.SYMBOL, new TextField()), row(Field.DECIMALS, new TextField())),
            row(Field.URLS, area(3)),
            testnet,
            Build.row(8, go, Build.button(ui.text("action.cancel"), "plain", close)));
    half(fields);
    fields.setMaxWidth(480);
    return fields;
  }

  private VBox file() {
    Button go = Build.button(ui.text("networks.form.paste.go"), "plain", model::addPasted);
    go.setId("network-paste-go");
    go.disableProperty().bind(model.busy().or(model.text(Field.FILE).isEmpty()));
    Button choose =
        Build.button(ui.text("networks.form.file.go"), "fth-file", "plain", this::choose);
    choose.setId("network-file-go");
    VBox fields = new VBox(12, row(Field.FILE, area(9)), Build.row(8, go, choose));
    half(fields);
    fields.setMaxWidth(480);
    return fields;
  }

  private static TextArea area(int rows) {
    TextArea area = new TextArea();
    area.setPrefRowCount(rows);
    area.setPrefColumnCount(20);
    area.setWrapText(true);
    return area;
  }

  private static HBox pair(VBox left, VBox right) {
    half(left);
    half(right);
    return new HBox(12, left, right);
  }

  private static void half(VBox column) {
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setPrefWidth(200);
    column.setMinWidth(0);
  }

  private VBox row(Field field, TextInputControl input) {
    String label = ui.text("networks.form." + field.word());
    input.setId("network-" + field.word());
    input.setAccessibleText(label);
    input.setPromptText(ui.text("networks.form." + field.word() + ".prompt"));
    input.textProperty().bindBidirectional(model.text(field));
    return Build.formRow(label, input, Build.problem(model.problem(field)));
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(ui.text("networks.form.file.go"));
    Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()));
    chosen.map(File::toPath).ifPresent(model::addFile);
  }

  void focus() {
    name.requestFocus();
  }
}
