package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How endpoints are reached: directly, or through a proxy.
final class ProxyPanel extends VBox {
  ProxyPanel(Ui ui, ProxyViewModel model) {
    setId("net-proxy");
    getStyleClass().add("panel");
    Label now = Build.wrapped(model.words());
    now.setId("proxy-now");
    TextField address = new TextField();
    address.setId("proxy-address");
    address.setPromptText(ui.text("proxy.prompt"));
    address.setAccessibleText(ui.text("proxy.address"));
    address.textProperty().bindBidirectional(model.typed());
    address.setOnAction(e -> model.use());
    HBox.setHgrow(address, Priority.ALWAYS);
    Button use = Build.button(ui.text("proxy.use"), "plain", model::use);
    use.setId("proxy-use");
    Button remove = Build.button(ui.text("proxy.remove"), "plain", model::remove);
    remove.setId("proxy-remove");
    VBox form =
        Build.formRow(
            ui.text("proxy.address"),
            Build.row(8, address, use, remove),
            Build.problem(model.problem()));
    form.setMaxWidth(640);
    getChildren()
        .addAll(
            Build.label(ui.text("proxy.title"), "section-title"),
            now,
            Build.wrapped(ui.text("proxy.detail"), "muted", "caption"),
            form);
    model
        .proxy()
        .addListener((o, was, is) -> {
          now.setText(model.words());
          Build.present(remove, is.isPresent());
        });
    Build.present(remove, model.proxy().get().isPresent());
  }
}
