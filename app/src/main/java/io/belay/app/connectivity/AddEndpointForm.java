package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Address, operator and whose it is.
final class AddEndpointForm extends VBox {
  private final TextField url = new TextField();

  AddEndpointForm(Ui ui, AddEndpointViewModel model, Runnable close) {
    super(12);
    getStyleClass().add("add-endpoint");
    url.setId("add-url");
    url.setPromptText(ui.text("add.url.prompt"));
    url.textProperty().bindBidirectional(model.url());
    url.setOnAction(e -> model.add());
    TextField operator = new TextField();
    operator.setId("add-operator");
    operator.textProperty().bindBidirectional(model.operator());
    CheckBox own = new CheckBox(ui.text("add.own"));
    own.setId("add-own");
    own.selectedProperty().bindBidirectional(model.own());
    CheckBox sendsOnly = new CheckBox(ui.text("add.sends-only"));
    sendsOnly.setId("add-sends-only");
    sendsOnly.selectedProperty().bindBidirectional(model.sendsOnly());
    Button go = Build.button(ui.text("add.go"), "accent", model::add);
    go.setId("add-go");
    go.disableProperty().bind(model.busy());
    VBox fields =
        new VBox(
            12,
            Build.formRow(ui.text("add.url"), url, Build.problem(model.problem())),
            Build.formRow(ui.text("add.operator"), operator),
            new VBox(4, own, Build.wrapped(ui.text("add.own.detail"), "muted", "caption")),
            new VBox(
                4, sendsOnly, Build.wrapped(ui.text("add.sends-only.detail"), "muted", "caption")),
            Build.row(8, go, Build.button(ui.text("action.cancel"), "plain", close)));
    fields.setMaxWidth(480);
    getChildren().add(fields);
  }

  void focus() {
    url.requestFocus();
  }
}
