package io.belay.app.book;

import io.belay.app.control.AddressField;
import io.belay.app.control.Build;
import io.belay.app.control.Checked;
import io.belay.app.control.Strip;
import io.belay.app.control.TwinAddresses;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// One entry while it is typed, with what it may be taken for.
final class EntryForm extends VBox {
  private final Ui ui;
  private final BookViewModel model;
  private final TextField name;
  private final VBox twin = new VBox();
  private final Label title = Build.label("", "section-title");

  /// @param close puts the form away
  EntryForm(Ui ui, BookViewModel model, Runnable close) {
    super(12);
    this.ui = ui;
    this.model = model;
    this.name = field("book-name", "book.name", model.name());
    getStyleClass().add("panel");
    AddressField address =
        new AddressField(
            ui, "book-address", ui.text("book.address"), model.address(), model::known);
    CheckBox everywhere = new CheckBox(ui.text("book.everywhere"));
    everywhere.setId("book-everywhere");
    everywhere.selectedProperty().bindBidirectional(model.everywhere());
    Button save = Build.button(ui.text("book.save"), "accent", () -> model.save(close));
    save.setId("book-save");
    VBox fields =
        new VBox(
            12,
            title,
            Build.formRow(ui.text("book.name"), name),
            Build.formRow(ui.text("book.address"), address, twin),
            Build.formRow(ui.text("book.note"), field("book-note", "book.note", model.note())),
            new VBox(
                4,
                everywhere,
                Build.wrapped(
                    ui.text("book.everywhere.detail", model.chain().name()), "muted", "caption")),
            Build.problem(model.problem()),
            Build.row(8, save, Build.button(ui.text("action.cancel"), "plain", close)));
    fields.setMaxWidth(760);
    getChildren().add(fields);
    model.address().addListener((o, was, is) -> showTwin());
    model.editing().addListener((o, was, is) -> showTitle());
    showTwin();
    showTitle();
  }

  private TextField field(String id, String key, StringProperty text) {
    TextField field = new TextField();
    field.setId(id);
    field.setAccessibleText(ui.words().get(key));
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private void showTitle() {
    title.setText(ui.text(model.editing().get().isPresent() ? "book.form.edit" : "book.form.add"));
  }

  private void showTwin() {
    Optional<Address> typed = Checked.address(model.address().get(), ui.words()).value();
    twin.getChildren()
        .setAll(
            model
                .twin()
                .map(known -> {
                  String who = model.nameOf(known);
                  return Strip.advice(
                          ui.text("book.twin", who), ui.text("book.twin.detail", who, known))
                      .showing(new TwinAddresses(ui, typed.orElseThrow(), known, ""));
                })
                .stream()
                .toList());
    Build.present(twin, !twin.getChildren().isEmpty());
  }

  void focus() {
    name.requestFocus();
  }
}
