package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.money.Asset;
import io.belay.core.send.TxRecord;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The latest transactions, one line each.
final class RecentActivity extends VBox {
  private final Ui ui;
  private final Asset asset;
  private final Consumer<TxRecord> open;

  RecentActivity(Ui ui, Asset asset, Consumer<TxRecord> open) {
    this.ui = ui;
    this.asset = asset;
    this.open = open;
    getStyleClass().addAll("panel", "flush");
  }

  void show(List<TxRecord> records) {
    if (records.isEmpty()) {
      HBox none = Build.row(0, Build.label(ui.text("activity.empty"), "muted"));
      none.setPadding(new javafx.geometry.Insets(16));
      getChildren().setAll(List.of(none));
      return;
    }
    getChildren().setAll(records.stream().map(this::line).toList());
  }

  private Node line(TxRecord record) {
    String amount = asset.amount(record.transaction().value()).toString();
    String to = Phrases.brief(record.transaction().to());
    Label time = Build.label(Phrases.clock(record.createdAt()), "muted");
    time.setMinWidth(64);
    Label what = Build.label(ui.text("activity.sent", amount, to), "strong");
    what.setMinWidth(280);
    HBox row =
        Build.row(
            16,
            time,
            what,
            new Chip(record.evidence(), ui.text("tx." + record.state().word())).bare());
    row.getStyleClass().add("row");
    row.setOnMouseClicked(e -> open.accept(record));
    return row;
  }
}
