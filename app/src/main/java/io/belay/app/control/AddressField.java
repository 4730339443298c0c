package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field for an address, checked while it is typed; a good one is shown again in groups of four,
/// with what is known of it.
public final class AddressField extends VBox {
  private final Ui ui;
  private final Function<Address, String> known;
  private final PasteField field = new PasteField();
  private final VBox echo = new VBox(2);

  /// Edits the text.
  ///
  /// @param id of the field
  /// @param name of the field, read out
  /// @param known what there is to say of an address, or blank
  public AddressField(
      Ui ui, String id, String name, Property<String> text, Function<Address, String> known) {
    super(4);
    this.ui = ui;
    this.known = known;
    field.setId(id);
    field.setAccessibleText(name);
    field.getStyleClass().add("mono");
    field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    field.setPromptText("0x");
    field.textProperty().bindBidirectional(text);
    Button paste = Build.button(ui.text("action.paste"), "fth-clipboard", "plain", field::paste);
    paste.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(field, Priority.ALWAYS);
    field.textProperty().addListener((o, was, is) -> check());
    check();
    getChildren().addAll(Build.row(8, field, paste), echo);
  }

  /// Says so where what was pasted is not what was copied here a moment ago.
  private void compare() {
    Checked.address(field.getText(), ui.words())
        .value()
        .ifPresent(pasted ->
            ui.copied()
                .insteadOf(pasted)
                .ifPresent(copied -> echo.getChildren().addFirst(warning(copied, pasted))));
  }

  private Strip warning(Address copied, Address pasted) {
    return Strip.danger(ui.text("paste.other"), ui.text("paste.other.detail"))
        .showing(
            new VBox(
                2,
                Build.label(ui.text("paste.copied"), "caption", "muted"),
                new FullAddress(copied),
                Build.label(ui.text("paste.pasted"), "caption", "muted"),
                new FullAddress(pasted)));
  }

  /// Hears of a paste by key, by menu and by the button beside it.
  private final class PasteField extends TextField {
    @Override
    public void paste() {
      String text = Clipboard.getSystemClipboard().getString();
      if (text == null) {
        return;
      }
      if (Checked.address(text.strip(), ui.words()).value().isPresent()) {
        setText(text.strip()); // a whole address takes the place of whatever stood there
        positionCaret(getLength());
        check();
        compare();
      } else {
        super.paste();
      }
    }
  }

  /// Says again what is known of the address.
  public void check() {
    Checked<Address> read = Checked.address(field.getText(), ui.words());
    field.getStyleClass().remove("wrong");
    if (!read.problem().isEmpty()) {
      field.getStyleClass().add("wrong");
    }
    echo.getChildren().setAll(read.value().map(FullAddress::new).stream().toList());
    read.value()
        .map(known)
        .filter(words -> !words.isEmpty())
        .ifPresent(words -> echo.getChildren().add(Build.wrapped(words, "muted", "caption")));
    if (!read.problem().isEmpty()) {
      echo.getChildren().add(Build.wrapped(read.problem(), "problem"));
    }
  }
}
