package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.control.EvidenceGlyph;
import io.belay.app.fx.Ui;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// Always below the page; click or Enter leads to Connectivity.
final class StatusLine extends HBox {
  StatusLine(Ui ui, StatusViewModel model, String network, Runnable open) {
    getStyleClass().add("status-line");
    HBox glyph = Build.row(0, new EvidenceGlyph(model.level().get()));
    model.level().addListener((o, was, is) -> glyph.getChildren().setAll(new EvidenceGlyph(is)));
    Label mode = whole(bound(model.mode(), "strong"));
    getChildren()
        .addAll(
            Build.row(6, glyph, mode),
            whole(bound(model.groups(), "medium")),
            Build.label(network, "muted"),
            whole(bound(model.block(), "medium")),
            bound(model.age(), "muted"),
            whole(bound(model.doubt(), "strong")),
            Build.spring(),
            bound(model.next(), "muted"));
    setFocusTraversable(true);
    accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    ui.text(
                        "status.open",
                        model.mode().get(),
                        model.groups().get(),
                        model.block().get(),
                        model.age().get()),
                model.mode(),
                model.groups(),
                model.block(),
                model.age()));
    Tooltip.install(this, new Tooltip(ui.text("status.leads")));
    setOnMouseClicked(e -> open.run());
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER) {
        open.run();
      }
    });
  }

  /// Is not cut: where there is little room, the next try and the network's name give way.
  private static Label whole(Label label) {
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static Label bound(ObservableValue<String> text, String style) {
    Label label = Build.label("", style);
    label.textProperty().bind(text);
    return label;
  }
}
