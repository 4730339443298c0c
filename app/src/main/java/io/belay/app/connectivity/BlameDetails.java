package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.rpc.Blame;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an endpoint was caught at, with its evidence; folded away until somebody asks.
final class BlameDetails extends VBox {
  private final Ui ui;
  private final Button toggle;
  private List<Blame> shown = List.of();
  private boolean open;

  /// @param endpoint its name
  BlameDetails(Ui ui, String endpoint) {
    this.ui = ui;
    this.toggle = Build.button("", "fth-chevron-down", "link", this::turn);
    toggle.setId("blame-" + endpoint.replace('.', '-'));
    toggle.setAccessibleText(ui.text("blame.open", endpoint));
    toggle.getStyleClass().add("icon-only");
    getStyleClass().add("blames");
    present();
  }

  /// Opens and closes it; there only while there is something to tell.
  Button toggle() {
    return toggle;
  }

  private void turn() {
    open = !open;
    toggle.setGraphic(new FontIcon(open ? "fth-chevron-up" : "fth-chevron-down"));
    present();
  }

  void show(List<Blame> blamed) {
    if (!blamed.equals(shown)) {
      shown = List.copyOf(blamed);
      getChildren().setAll(shown.stream().map(this::line).toList());
    }
    present();
  }

  private void present() {
    Build.present(toggle, !shown.isEmpty());
    Build.present(this, open && !shown.isEmpty());
  }

  private HBox line(Blame blame) {
    HBox line =
        Build.row(
            12,
            Build.label(
                new Phrases(ui.words()).when(blame.at(), ui.clock().instant()), "muted", "caption"),
            Build.label(blame.code(), "mono"),
            Build.wrapped(
                ui.text("blame.line", ui.words().reason(blame.code()), blame.detail()), "caption"));
    line.getStyleClass().add("blame");
    return line;
  }
}
