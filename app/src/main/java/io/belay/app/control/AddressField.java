package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field for an address, checked while it is typed; a good one is shown again in groups of four.
public final class AddressField extends VBox {
  /// Edits the text.
  public AddressField(Ui ui, Property<String> text) {
    super(4);
    TextField field = new TextField();
    field.setId("to");
    field.getStyleClass().add("mono");
    field.setPromptText("0x");
    field.textProperty().bindBidirectional(text);
    Button paste =
        Build.button(ui.text("action.paste"), "fth-clipboard", "plain", () -> paste(field));
    paste.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(field, Priority.ALWAYS);
    VBox echo = new VBox();
    field.textProperty().addListener((o, was, is) -> check(ui, field, echo));
    check(ui, field, echo);
    getChildren().addAll(Build.row(8, field, paste), echo);
  }

  private static void paste(TextField field) {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      field.setText(text.strip());
    }
  }

  private static void check(Ui ui, TextField field, VBox echo) {
    Checked<Address> read = Checked.address(field.getText(), ui.words());
    field.getStyleClass().remove("wrong");
    if (!read.problem().isEmpty()) {
      field.getStyleClass().add("wrong");
    }
    echo.getChildren().setAll(read.value().map(FullAddress::new).stream().toList());
    if (!read.problem().isEmpty()) {
      echo.getChildren().add(Build.wrapped(read.problem(), "problem"));
    }
  }
}
