package io.belay.app.send;

import io.belay.app.control.AddressField;
import io.belay.app.control.AmountField;
import io.belay.app.control.Build;
import io.belay.app.control.FeePicker;
import io.belay.app.control.Strip;
import io.belay.app.fx.Page;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.send.SendPlan;
import io.belay.core.store.AccountEntry;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The form with what Belay knows now beside it, then the review in its place.
public final class SendView implements Page {
  private final Ui ui;
  private final SendViewModel model;
  private final VBox page = Build.column("page");
  private final VBox strips = new VBox();
  private final HBox form;
  private final Button toReview;
  private Optional<ReviewView> review = Optional.empty();

  /// Shows a transfer.
  ///
  /// @param leave leads away from sending
  public SendView(Ui ui, SendViewModel model, Runnable leave) {
    this.ui = ui;
    this.model = model;
    this.toReview = Build.button(ui.text("send.review"), "accent", model::review);
    VBox known = new KnownNow(ui, model);
    this.form = Build.row(16, fields(leave), known);
    form.setFillHeight(false);
    form.setAlignment(javafx.geometry.Pos.TOP_LEFT);
    HBox.setHgrow(known, javafx.scene.layout.Priority.ALWAYS);
    page.getChildren().setAll(Build.head(ui.text("send.title")), strips, form);
    model.step().addListener((o, was, is) -> show());
    model.problem().addListener((o, was, is) -> showProblem());
    showProblem();
  }

  private void show() {
    Optional<SendPlan> plan = model.plan().get();
    if (plan.isPresent() && review.isEmpty()) {
      showReview(new ReviewView(ui, model, plan.get()));
    } else if (plan.isEmpty() && review.isPresent()) {
      review = Optional.empty();
      page.getChildren().setAll(Build.head(ui.text("send.title")), strips, form);
      toReview.requestFocus();
    }
  }

  private void showReview(ReviewView view) {
    review = Optional.of(view);
    page.getChildren().setAll(view);
    view.startOnBack();
  }

  private void showProblem() {
    String problem = model.problem().get();
    strips.getChildren().clear();
    if (!problem.isEmpty()) {
      strips.getChildren().add(Strip.danger(problem, model.consequence().get()));
    }
    Build.present(strips, !problem.isEmpty());
  }

  private VBox fields(Runnable leave) {
    SendForm f = model.form();
    toReview.setId("review");
    toReview
        .disableProperty()
        .bind(f.complete().not().or(model.step().isNotEqualTo(SendViewModel.Step.FORM)));
    var planning = Build.label(ui.text("send.planning"), "muted", "caption");
    planning.visibleProperty().bind(model.step().isEqualTo(SendViewModel.Step.PLANNING));
    VBox panel =
        Build.column(
            "panel",
            Build.formRow(ui.text("send.from"), accounts()),
            Build.formRow(ui.text("send.to"), new AddressField(ui, f.to())),
            Build.formRow(
                ui.text("send.amount"),
                new AmountField(ui, model.session().chain().currency(), f.amount())),
            Build.formRow(
                ui.text("send.fee"), new FeePicker(ui, f.pace(), f.maxGwei(), f.tipGwei())),
            more(),
            Build.row(
                8,
                planning,
                Build.spring(),
                Build.button(ui.text("action.cancel"), "plain", leave),
                toReview));
    panel.setMinWidth(480);
    panel.setMaxWidth(480);
    return panel;
  }

  private ComboBox<AccountEntry> accounts() {
    SendForm f = model.form();
    ComboBox<AccountEntry> box = new ComboBox<>(f.accounts());
    box.setId("from");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new Named());
    f.from().get().ifPresent(box::setValue);
    f.from().addListener((o, was, is) -> is.ifPresent(box::setValue));
    box.setOnAction(
        e -> Optional.ofNullable(box.getValue()).ifPresent(v -> f.from().set(Optional.of(v))));
    return box;
  }

  private TitledPane more() {
    SendForm f = model.form();
    var problem = Build.wrapped("", "problem");
    for (var field : new javafx.beans.property.StringProperty[] {f.nonce(), f.gas(), f.data()}) {
      field.addListener((o, was, is) -> problem.setText(f.moreProblem()));
    }
    HBox numbers =
        Build.row(
            8,
            Build.formRow(ui.text("send.nonce"), field(f.nonce(), ui.text("send.auto"))),
            Build.formRow(ui.text("send.gas"), field(f.gas(), ui.text("send.auto"))));
    VBox content =
        new VBox(8, numbers, Build.formRow(ui.text("send.data"), field(f.data(), "0x")), problem);
    TitledPane pane = new TitledPane(ui.text("send.more"), content);
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }

  private static TextField field(javafx.beans.property.StringProperty text, String prompt) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.textProperty().bindBidirectional(text);
    return field;
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
    model.readBalance();
  }

  @Override
  public boolean back() {
    boolean reviewing = model.plan().get().isPresent();
    model.edit();
    return reviewing;
  }

  @Override
  public void confirm() {
    review.ifPresent(ReviewView::confirm);
  }

  private static final class Named extends StringConverter<AccountEntry> {
    @Override
    public String toString(AccountEntry entry) {
      return entry == null ? "" : entry.name() + "   " + Phrases.brief(entry.ref().address());
    }

    @Override
    public AccountEntry fromString(String text) {
      throw new UnsupportedOperationException("the list is not editable");
    }
  }
}
