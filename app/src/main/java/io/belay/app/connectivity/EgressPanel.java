package io.belay.app.connectivity;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.fx.Ui;
import io.belay.core.store.EgressRow;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Which endpoint was told which address.
final class EgressPanel extends VBox {
  private static final double[] WIDTHS = {170, 330, 120, 120, 110};

  private final Ui ui;
  private final EgressWords words;
  private final Button copy;
  private final VBox rows = new VBox();
  private Optional<NetworkSheet> shown = Optional.empty();

  EgressPanel(Ui ui) {
    this.ui = ui;
    this.words = new EgressWords(ui);
    this.copy = CopyButton.text(ui, ui.text("egress.copy"), this::report);
    setId("net-egress");
    copy.setId("net-egress-copy");
    getStyleClass().addAll("panel", "flush");
    HBox head =
        Build.row(8, Build.label(ui.text("egress.title"), "section-title"), Build.spring(), copy);
    head.getStyleClass().add("panel-head");
    getChildren().addAll(head, rows);
  }

  private String report() {
    return shown.map(words::report).orElse("");
  }

  void show(NetworkSheet sheet) {
    shown = Optional.of(sheet);
    Build.present(copy, !sheet.egress().isEmpty());
    rows.getChildren().clear();
    if (sheet.egress().isEmpty()) {
      Label none =
          Build.wrapped(ui.text(sheet.isFixed() ? "egress.practice" : "egress.none"), "muted");
      none.getStyleClass().add("panel-note");
      rows.getChildren().add(none);
      return;
    }
    rows.getChildren()
        .add(
            line(
                "lane-head",
                Build.label(ui.text("lane.endpoint")),
                Build.label(ui.text("egress.address")),
                Build.label(ui.text("egress.first")),
                Build.label(ui.text("egress.last")),
                Build.label(ui.text("egress.count"))));
    sheet.egress().forEach(row -> rows.getChildren().add(row(row)));
  }

  private HBox row(EgressRow row) {
    HBox line =
        line(
            "egress-line",
            Build.label(row.endpoint(), "strong"),
            Build.label(row.account().toString(), "mono"),
            Build.label(words.when(row.first()), "muted", "caption"),
            Build.label(words.when(row.last()), "muted", "caption"),
            Build.label(words.requests(row), "muted", "caption"));
    line.setAccessibleText(
        ui.text(
            "egress.line",
            row.endpoint(),
            row.account(),
            words.when(row.first()),
            words.when(row.last()),
            words.requests(row)));
    return line;
  }

  private static HBox line(String style, Label... cells) {
    HBox line = Build.row(12, cells);
    line.getStyleClass().add(style);
    for (int i = 0; i < cells.length; i++) {
      cells[i].setPrefWidth(WIDTHS[i]);
      cells[i].setMinWidth(WIDTHS[i] / 2);
    }
    return line;
  }
}
