package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Nonce, gas limit, data, and who carries it: folded away.
final class MorePane extends TitledPane {
  private final Ui ui;
  private final SendViewModel model;

  MorePane(Ui ui, SendViewModel model) {
    this.ui = ui;
    this.model = model;
    MoreFields more = model.form().more();
    Node nonce =
        row("send.nonce", "nonce", "send.auto", more.nonce(), () -> more.readNonce().problem());
    Node gas = row("send.gas", "gas", "send.auto", more.gas(), () -> more.readGas().problem());
    HBox numbers = Build.row(8, nonce, gas);
    numbers.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    VBox content =
        new VBox(
            8,
            numbers,
            Build.problem(model.problemAt(SendField.NONCE)),
            row(
                "send.data",
                "data",
                "send.data.none",
                more.data(),
                () -> model.form().read().dataProblem()),
            Build.wrapped(ui.text("send.data.detail"), "faint", "caption"),
            Build.problem(model.problemAt(SendField.DATA)),
            privately(more));
    setText(ui.text("send.more"));
    setContent(content);
    setExpanded(false);
    setAnimated(false);
    // what stands in here is signed with the rest, so it is never hidden while it holds something
    var offered =
        Bindings.createBooleanBinding(
            () -> ui.look().get().expert() || !isEmpty(more),
            ui.look(),
            more.nonce(),
            more.gas(),
            more.data(),
            more.privately());
    visibleProperty().bind(offered);
    managedProperty().bind(offered);
    // what went wrong in here is seen
    model
        .place()
        .addListener((o, was, is) -> {
          if (is.filter(f -> f == SendField.NONCE || f == SendField.DATA).isPresent()) {
            setExpanded(true);
          }
        });
  }

  private static boolean isEmpty(MoreFields more) {
    return more.nonce().get().isEmpty()
        && more.gas().get().isEmpty()
        && more.data().get().isEmpty()
        && !more.privately().get();
  }

  private VBox privately(MoreFields more) {
    CheckBox only = new CheckBox(ui.text("send.private"));
    only.setId("private");
    only.selectedProperty().bindBidirectional(more.privately());
    boolean there = model.says().hasPrivateRelay();
    only.setDisable(!there);
    String says = ui.text(there ? "send.private.detail" : "send.private.none");
    only.setAccessibleHelp(says);
    return new VBox(4, only, Build.wrapped(says, "faint", "caption"));
  }

  private VBox row(
      String name, String id, String prompt, StringProperty text, Supplier<String> problem) {
    TextField field = new TextField();
    field.setId(id);
    field.setAccessibleText(ui.words().get(name));
    field.setPromptText(ui.words().get(prompt));
    field.textProperty().bindBidirectional(text);
    return Build.formRow(
        ui.words().get(name),
        field,
        Build.problem(Bindings.createStringBinding(problem::get, model.form().dependencies())));
  }
}
