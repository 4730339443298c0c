package io.belay.app.sign;

import io.belay.app.control.Build;
import io.belay.app.control.Chosen;
import io.belay.app.control.DropTarget;
import io.belay.app.fx.Bidi;
import io.belay.app.fx.Ui;
import io.belay.app.sign.SignInput.Form;
import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// A message or typed data while it is put in: typed, pasted, dropped or from a file.
final class InputPanel extends VBox {
  /// What is done with what comes in.
  ///
  /// @param put takes a text
  /// @param open reads a file
  /// @param clear forgets everything
  record Deeds(Consumer<String> put, Consumer<String> open, Runnable clear) {}

  private final Ui ui;
  private final String id;
  private final Deeds deeds;
  private final TextArea text = new TextArea();
  // kept here: bindings are weak, and what is put in outlives this panel
  private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.TEXT);

  /// @param id begins the ids of what is in it
  InputPanel(Ui ui, String id, SignInput input, Deeds deeds) {
    super(12);
    this.ui = ui;
    this.id = id;
    this.deeds = deeds;
    form.bindBidirectional(input.form());
    text.setId(id + "-text");
    text.setPrefRowCount(8);
    text.textProperty().bindBidirectional(input.text());
    // JavaFX cannot wrap what is written from right to left; what is typed takes no marks ahead
    text.wrapTextProperty()
        .bind(text.textProperty().map(typed -> Bidi.wrappable(typed).equals(typed)));
    text.setAccessibleText(ui.text("sign.text"));
    new DropTarget(files -> deeds.open().accept(files.getFirst().toString()), deeds.put()).on(text);
    Label detail = Build.wrapped("", "muted", "caption");
    form.addListener((o, was, is) -> show(detail, is));
    show(detail, form.get());
    getChildren()
        .addAll(Build.formRow(ui.text("sign.form"), forms()), new VBox(4, text, detail), files());
  }

  private void show(Label detail, Form is) {
    detail.setText(ui.text(is.key() + ".detail"));
    text.getStyleClass().remove("bytes");
    if (is != Form.TEXT) {
      text.getStyleClass().add("bytes");
    }
    text.setNodeOrientation(
        is == Form.TEXT ? NodeOrientation.INHERIT : NodeOrientation.LEFT_TO_RIGHT);
  }

  private FlowPane forms() {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = new FlowPane(8, 8);
    for (Form each : Form.values()) {
      ToggleButton button = new ToggleButton(ui.text(each.key()));
      button.setId(id + "-form-" + each.name().toLowerCase(java.util.Locale.ROOT));
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setSelected(each == form.get());
      button.setOnAction(e -> button.setSelected(true)); // one of them always is
      Chosen.when(button, () -> form.set(each));
      form.addListener((o, was, is) -> {
        if (is == each) {
          button.setSelected(true);
        }
      });
      row.getChildren().add(button);
    }
    return row;
  }

  private HBox files() {
    TextField file = new TextField();
    file.setId(id + "-file");
    file.setPromptText(ui.text("sign.file"));
    file.setAccessibleText(ui.text("sign.file"));
    file.setOnAction(e -> deeds.open().accept(file.getText()));
    HBox.setHgrow(file, Priority.ALWAYS);
    return Build.row(
        8,
        button("paste", "raw.paste", this::paste),
        file,
        button("choose", "raw.choose", this::choose),
        button("open", "raw.open", () -> deeds.open().accept(file.getText())),
        button(
            "clear",
            "raw.clear",
            () -> {
              file.clear();
              deeds.clear().run();
            }));
  }

  private Button button(String name, String key, Runnable action) {
    Button button = Build.button(ui.text(key), "plain", action);
    button.setId(id + "-" + name);
    return button;
  }

  private void paste() {
    Optional.ofNullable(Clipboard.getSystemClipboard().getString()).ifPresent(deeds.put());
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(ui.text("sign.file"));
    Optional<File> chosen = Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()));
    chosen.ifPresent(f -> deeds.open().accept(f.toString()));
  }

  /// Leads the keys to the text.
  void focus() {
    text.requestFocus();
  }
}
