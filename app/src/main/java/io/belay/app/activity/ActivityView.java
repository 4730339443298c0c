package io.belay.app.activity;

import io.belay.app.activity.ActivityViewModel.Part;
import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.core.send.Replacement;
import io.belay.core.send.TxRecord;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The list of transactions, or in its place one of them, the review of a second signature, or
/// another part.
public final class ActivityView implements Page {
  /// What stands in the place of the list.
  ///
  /// @param nonces the accounts' nonces
  /// @param raw a raw transaction from elsewhere
  /// @param connectivity leads to the endpoints
  /// @param again leads to a form with what a refused transaction was to do
  public record Others(Page nonces, Page raw, Runnable connectivity, Consumer<TxRecord> again) {}

  private final Ui ui;
  private final ActivityViewModel model;
  private final SecondViewModel second;
  private final Others others;
  private final VBox page = Build.column("page");
  private final VBox strips = new VBox();
  private final ListPane list;
  private Optional<TransactionView> one = Optional.empty();
  private Optional<SecondView> review = Optional.empty();
  private Optional<Page> open = Optional.empty();
  private boolean inView;

  /// Shows a session's transactions.
  public ActivityView(Ui ui, ActivityViewModel model, SecondViewModel second, Others others) {
    this.ui = ui;
    this.model = model;
    this.second = second;
    this.others = others;
    this.list = new ListPane(ui, model);
    model.part().addListener((o, was, is) -> turned());
    model.shown().addListener((o, was, is) -> show());
    model.now().addListener((o, was, is) -> one.ifPresent(view -> view.tick(is)));
    model.connectivity().addListener((o, was, is) -> one.ifPresent(TransactionView::lanes));
    second.step().addListener((o, was, is) -> show());
    second.problem().addListener((o, was, is) -> showStrips());
    show();
    showStrips();
  }

  private void turned() {
    second.leave();
    open.ifPresent(Page::hidden);
    open =
        switch (model.part().get()) {
          case NONCES -> Optional.of(others.nonces());
          case RAW -> Optional.of(others.raw());
          case LIST, ONE -> Optional.empty();
        };
    if (inView) {
      open.ifPresent(Page::shown);
    }
    show();
  }

  private void show() {
    Optional<Replacement> shown = second.shown().get();
    if (shown.isPresent()) {
      if (review.isEmpty()) {
        SecondView view = new SecondView(ui, second, shown.get());
        review = Optional.of(view);
        page.getChildren().setAll(view);
        view.startOnBack();
      }
      return;
    }
    review = Optional.empty();
    showStrips();
    page.getChildren().setAll(strips, part());
  }

  private Node part() {
    Optional<TransactionViewModel> shown = model.shown().get();
    if (model.part().get() == Part.ONE && shown.isPresent()) {
      return transaction(shown.get());
    }
    Optional<TransactionView> left = one;
    one = Optional.empty();
    if (open.isPresent()) {
      return open.get().node();
    }
    left.ifPresent(view -> ui.background().onUi(() -> list.focus(view.hash())));
    return list;
  }

  private TransactionView transaction(TransactionViewModel wanted) {
    TransactionView view =
        one.filter(v -> v.shows(wanted))
            .orElseGet(() ->
                new TransactionView(
                    ui,
                    wanted,
                    new TransactionView.Ways(
                        model::back,
                        model::open,
                        second::speedUp,
                        second::cancel,
                        others.connectivity(),
                        others.again())));
    one = Optional.of(view);
    return view;
  }

  private void showStrips() {
    strips.getChildren().clear();
    if (second.step().get() == SecondViewModel.Step.READING) {
      strips
          .getChildren()
          .add(
              Strip.note(
                  ui.text("second.reading"),
                  "",
                  Build.button(ui.text("action.cancel"), "plain", second::leave)));
    }
    String problem = second.problem().get();
    if (!problem.isEmpty()) {
      strips.getChildren().add(Strip.danger(problem, second.consequence().get()));
    }
    Build.present(strips, !strips.getChildren().isEmpty());
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void find() {
    if (model.part().get() == Part.LIST) {
      list.find();
    }
  }

  @Override
  public void shown() {
    inView = true;
    model.start();
    open.ifPresent(Page::shown);
  }

  @Override
  public void hidden() {
    inView = false;
    second.leave();
    open.ifPresent(Page::hidden);
    model.stop();
  }

  @Override
  public void redraw() {
    list.redraw();
    one.ifPresent(TransactionView::redraw);
    open.ifPresent(Page::redraw);
  }

  @Override
  public void refresh() {
    open.ifPresentOrElse(Page::refresh, model::refresh);
  }

  @Override
  public boolean back() {
    if (second.step().get() != SecondViewModel.Step.NONE) {
      second.leave();
      return true;
    }
    return open.filter(Page::back).isPresent() || model.back();
  }

  @Override
  public void confirm() {
    review.ifPresentOrElse(SecondView::confirm, () -> open.ifPresent(Page::confirm));
  }
}
