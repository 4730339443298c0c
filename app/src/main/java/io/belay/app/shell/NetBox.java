package io.belay.app.shell;

import io.belay.app.control.Build;
import io.belay.app.control.Spoken;
import io.belay.app.fx.Ui;
import io.belay.core.chain.Chain;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// Above the pages: the network that is looked at, and the way to another.
final class NetBox extends VBox {
  NetBox(Ui ui, NetChoice model) {
    super(4);
    getStyleClass().add("net-box");
    ComboBox<Chain> box = new ComboBox<>();
    box.setId("network");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(ui.text("nav.network"));
    box.setTooltip(new Tooltip(ui.text("nav.network")));
    box.setConverter(new Spoken<>(Chain::name));
    box.getItems().setAll(model.current());
    box.setValue(model.current());
    Label problem = Build.problem(model.problem());
    getChildren().addAll(box, problem);
    model.offered().addListener((o, was, is) -> offer(box, model, is));
    offer(box, model, model.offered().get());
    box.setOnAction(
        e -> Optional.ofNullable(box.getValue()).map(Chain::id).ifPresent(model::choose));
    model
        .problem()
        .addListener((o, was, is) -> {
          if (!is.isEmpty()) {
            box.setValue(model.current());
          }
        });
    box.setOnShowing(e -> model.load());
    model.load();
  }

  private static void offer(ComboBox<Chain> box, NetChoice model, List<Chain> chains) {
    List<Chain> items = chains.isEmpty() ? List.of(model.current()) : chains;
    if (!box.getItems().equals(items)) {
      box.getItems().setAll(items);
      box.setValue(model.current());
    }
  }
}
