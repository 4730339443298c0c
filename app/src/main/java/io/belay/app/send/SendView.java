package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Ui;
import io.belay.core.send.SendPlan;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The form with what Belay knows now beside it, then the review in its place.
public final class SendView implements Page {
  private final Ui ui;
  private final SendViewModel model;
  private final VBox page = Build.column("page");
  private final VBox strips = new VBox(8);
  private final SendFields fields;
  private final FlowPane form;
  private final KnownNow known;
  private Optional<ReviewView> review = Optional.empty();

  /// Shows a transfer.
  ///
  /// @param leave leads away from sending
  public SendView(Ui ui, SendViewModel model, Runnable leave) {
    this.ui = ui;
    this.model = model;
    this.fields = new SendFields(ui, model, leave);
    this.known = new KnownNow(ui, model);
    // beside the form where there is room, else below it
    this.form = new FlowPane(16, 16, fields, known);
    form.setRowValignment(javafx.geometry.VPos.TOP);
    page.getChildren().setAll(Build.head(ui.text("send.title")), strips, form);
    model.step().addListener((o, was, is) -> show());
    model.problem().addListener((o, was, is) -> showStrips());
    model.note().addListener((o, was, is) -> showStrips());
    model.noteDetail().addListener((o, was, is) -> showStrips());
    showStrips();
  }

  private void show() {
    Optional<SendPlan> plan = model.plan().get();
    if (plan.isPresent() && review.isEmpty()) {
      showReview(new ReviewView(ui, model, plan.get()));
    } else if (plan.isEmpty() && review.isPresent()) {
      review = Optional.empty();
      page.getChildren().setAll(Build.head(ui.text("send.title")), strips, form);
      fields.startOnReview();
    }
  }

  private void showReview(ReviewView view) {
    review = Optional.of(view);
    page.getChildren().setAll(view);
    view.startOnBack();
  }

  /// What is about a field stands beside it.
  private void showStrips() {
    strips.getChildren().clear();
    Optional.of(model.problem().get())
        .filter(problem -> !problem.isEmpty() && model.place().get().isEmpty())
        .ifPresent(
            problem -> strips.getChildren().add(Strip.danger(problem, model.consequence().get())));
    Optional.of(model.note().get())
        .filter(note -> !note.isEmpty())
        .ifPresent(note -> strips.getChildren().add(Strip.note(note, model.noteDetail().get())));
    Build.present(strips, !strips.getChildren().isEmpty());
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    model.start();
    fields.refresh();
  }

  @Override
  public void hidden() {
    model.stop();
  }

  @Override
  public void redraw() {
    known.show();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public boolean back() {
    boolean busy = model.step().get() != SendViewModel.Step.FORM;
    model.edit();
    return busy;
  }

  @Override
  public void confirm() {
    review.ifPresent(ReviewView::confirm);
  }
}
