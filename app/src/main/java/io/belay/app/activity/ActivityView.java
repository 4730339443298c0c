package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.send.TxRecord;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The list of transactions, or one of them in its place.
public final class ActivityView implements Page {
  private final Ui ui;
  private final ActivityViewModel model;
  private final VBox page = Build.column("page");
  private Optional<TransactionView> detail = Optional.empty();

  /// Shows a session's transactions.
  public ActivityView(Ui ui, ActivityViewModel model) {
    this.ui = ui;
    this.model = model;
    model.shown().addListener((o, was, is) -> show());
    model.records().addListener((ListChangeListener<TxRecord>) c -> show());
    model.now().addListener((o, was, is) -> detail.ifPresent(view -> view.tick(is)));
    show();
  }

  private void show() {
    Optional<TxRecord> shown = model.shown().get();
    if (shown.isEmpty()) {
      detail = Optional.empty();
      page.getChildren().setAll(Build.head(ui.text("nav.activity")), list());
      return;
    }
    TransactionView view = new TransactionView(ui, model, shown.get());
    detail = Optional.of(view);
    page.getChildren().setAll(view);
  }

  private VBox list() {
    VBox panel = Build.column("panel flush");
    List<Node> lines = model.records().stream().map(this::line).toList();
    if (lines.isEmpty()) {
      HBox none = Build.row(0, Build.label(ui.text("activity.empty"), "muted"));
      none.setPadding(new Insets(16));
      lines = List.of(none);
    }
    panel.getChildren().setAll(lines);
    return panel;
  }

  private Node line(TxRecord record) {
    String amount = model.chain().currency().amount(record.transaction().value()).toString();
    Label time = Build.label(Phrases.clock(record.createdAt()), "muted");
    time.setMinWidth(64);
    Label what =
        Build.label(
            ui.text("activity.sent", amount, Phrases.brief(record.transaction().to())), "strong");
    what.setMinWidth(300);
    HBox row =
        Build.row(
            16,
            time,
            what,
            new Chip(record.evidence(), ui.text("tx." + record.state().word())).bare(),
            Build.spring(),
            Build.label(
                record.block().map(b -> ui.text("block", Phrases.count(b.number()))).orElse(""),
                "muted"));
    row.getStyleClass().add("row");
    row.setFocusTraversable(true);
    row.setOnMouseClicked(e -> model.open(record.hash()));
    row.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
        model.open(record.hash());
      }
    });
    return row;
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    model.start();
  }

  @Override
  public void hidden() {
    model.stop();
  }

  @Override
  public void refresh() {
    show();
  }

  @Override
  public boolean back() {
    boolean open = model.shown().get().isPresent();
    model.close();
    return open;
  }
}
