package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.control.TxLines;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.send.TxRecord;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The list of transactions, or one of them in its place.
public final class ActivityView implements Page {
  private final Ui ui;
  private final ActivityViewModel model;
  private final VBox page = Build.column("page");
  private final VBox strips = new VBox();
  private final VBox list;
  private final TxLines lines;
  private Optional<TransactionView> detail = Optional.empty();

  /// Shows a session's transactions.
  public ActivityView(Ui ui, ActivityViewModel model) {
    this.ui = ui;
    this.model = model;
    this.lines = new TxLines(ui, model.chain().currency(), model::open);
    this.list = new VBox(16, Build.head(ui.text("nav.activity")), strips, lines);
    page.getChildren().setAll(list);
    model.shown().addListener((o, was, is) -> show(is));
    model.records().addListener((ListChangeListener<TxRecord>) c -> lines.show(model.records()));
    model.now().addListener((o, was, is) -> detail.ifPresent(view -> view.tick(is)));
    model.problem().addListener((o, was, is) -> showProblem(is));
    showProblem("");
    lines.show(model.records());
  }

  private void show(Optional<TxRecord> shown) {
    if (shown.isPresent()) {
      showOne(shown.get());
      return;
    }
    Optional<TxHash> left = detail.map(TransactionView::hash);
    detail = Optional.empty();
    page.getChildren().setAll(list);
    left.ifPresent(lines::focus);
  }

  private void showOne(TxRecord record) {
    Optional<TransactionView> open = detail.filter(view -> view.hash().equals(record.hash()));
    if (open.isPresent()) {
      open.get().show(record);
      return;
    }
    TransactionView view = new TransactionView(ui, model, record);
    detail = Optional.of(view);
    page.getChildren().setAll(view);
  }

  private void showProblem(String problem) {
    strips.getChildren().clear();
    if (!problem.isEmpty()) {
      strips.getChildren().add(Strip.advice(problem, ""));
    }
    Build.present(strips, !problem.isEmpty());
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
    model.refresh();
  }

  @Override
  public boolean back() {
    boolean open = model.shown().get().isPresent();
    model.close();
    return open;
  }
}
