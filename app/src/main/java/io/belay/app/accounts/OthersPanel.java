package io.belay.app.accounts;

import io.belay.app.accounts.OthersViewModel.Line;
import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/// The accounts on the other networks in use; takes no room where there are none.
final class OthersPanel extends VBox {
  private final Ui ui;
  private final OthersViewModel model;
  private final ReadOnlyObjectProperty<Instant> now;
  private final VBox networks = new VBox(16);
  private final Map<ChainId, OtherNetworkPanel> panels = new HashMap<>();

  /// @param now the time, each second while the page is open
  OthersPanel(Ui ui, OthersViewModel model, ReadOnlyObjectProperty<Instant> now) {
    super(8);
    this.ui = ui;
    this.model = model;
    this.now = now;
    setId("other-networks");
    getChildren().addAll(Build.label(ui.text("others.title"), "section-title"), networks);
    model.lines().addListener((ListChangeListener<Line>) c -> show());
    now.addListener((o, was, is) -> panels.values().forEach(OtherNetworkPanel::age));
    show();
  }

  /// Writes the amounts anew, all of them.
  void redraw() {
    panels.values().forEach(OtherNetworkPanel::redraw);
  }

  private void show() {
    List<OtherNetworkPanel> shown =
        model.lines().stream()
            .map(line -> {
              OtherNetworkPanel panel =
                  panels.computeIfAbsent(
                      line.chain().id(), chain -> new OtherNetworkPanel(ui, model, now));
              panel.show(line);
              return panel;
            })
            .toList();
    // the same panels stay where they are, so that a chip in one keeps the focus
    if (!networks.getChildren().equals(shown)) {
      networks.getChildren().setAll(shown);
    }
    Build.present(this, !shown.isEmpty());
  }
}
