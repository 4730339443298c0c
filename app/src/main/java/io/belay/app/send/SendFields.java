package io.belay.app.send;

import io.belay.app.control.AddressField;
import io.belay.app.control.AmountField;
import io.belay.app.control.Build;
import io.belay.app.control.Checked;
import io.belay.app.control.FeePicker;
import io.belay.app.control.FlowColumn;
import io.belay.app.control.WaitLine;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.fee.FeeChoice;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.store.AccountEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The form: each field with what there is to say of it below.
final class SendFields extends FlowColumn {
  private final Ui ui;
  private final SendViewModel model;
  private final SendForm form;
  private final Button toReview;
  private final AddressField payee;
  private final MenuButton pick;

  /// @param leave leads away from sending
  SendFields(Ui ui, SendViewModel model, Runnable leave) {
    super(480);
    this.ui = ui;
    this.model = model;
    this.form = model.form();
    this.toReview = Build.button(ui.text("send.review"), "accent", model::review);
    this.pick = new MenuButton(ui.text("payee.pick"));
    pick.setId("pick-payee");
    pick.getStyleClass().add("plain");
    this.payee =
        new AddressField(
            ui,
            "to",
            ui.text("send.to"),
            form.to(),
            who ->
                model
                    .says()
                    .payees()
                    .known(who, form.from().get().map(entry -> entry.ref().address())));
    form.from().addListener((o, was, is) -> payee.check());
    getStyleClass().add("panel");
    getChildren()
        .addAll(
            row("send.from", SendField.FROM, accounts()),
            row("send.to", SendField.TO, payee, twin(), pick),
            row("send.asset", SendField.ASSET, new AssetPane(ui, form.asset())),
            row("send.amount", SendField.AMOUNT, amount()),
            row("send.fee", SendField.FEE, fee(), ownFeeProblem()),
            new MorePane(ui, model),
            actions(leave));
  }

  /// Puts the focus on what leads to the review.
  void startOnReview() {
    toReview.requestFocus();
  }

  /// Says again what is known of the recipient, and offers whom the book has now.
  void refresh() {
    pick.getItems()
        .setAll(
            model.contacts().stream()
                .map(entry -> {
                  MenuItem item =
                      new MenuItem(entry.name() + "   " + Phrases.brief(entry.address()));
                  item.setOnAction(e -> form.to().set(entry.address().toString()));
                  return item;
                })
                .toList());
    Build.present(pick, !pick.getItems().isEmpty());
    payee.check();
  }

  private Label twin() {
    Label twin =
        Build.problem(
            Bindings.createStringBinding(
                () -> form.read().recipient().value().map(model.says().payees()::twin).orElse(""),
                form.dependencies()));
    twin.setId("payee-twin");
    return twin;
  }

  private VBox row(String name, SendField field, Node... nodes) {
    Label problem = Build.problem(model.problemAt(field));
    problem.setId("problem-" + field.name().toLowerCase(Locale.ROOT));
    VBox row = Build.formRow(ui.words().get(name), nodes);
    row.getChildren().add(problem);
    return row;
  }

  private AmountField amount() {
    ObjectBinding<Checked<Amount>> read =
        Bindings.createObjectBinding(() -> form.read().units(), form.dependencies());
    return new AmountField(
        ui,
        form.amount(),
        form.all(),
        read,
        form.asset().asset().map(asset -> asset.map(Asset::symbol).orElse("")),
        form.asset()
            .asset()
            .map(asset ->
                ui.text(
                    asset.filter(Asset::isToken).isPresent()
                        ? "amount.whole.token"
                        : "amount.whole")));
  }

  private FeePicker fee() {
    return new FeePicker(
        ui,
        form.fee().pace(),
        form.fee().maxGwei(),
        form.fee().tipGwei(),
        (FeeChoice.Pace pace) -> told(() -> model.says().costs().pace(pace)),
        told(() -> model.says().costs().own(form.fee().read())));
  }

  private Label ownFeeProblem() {
    return Build.problem(told(() -> form.fee().read().problem()));
  }

  /// Said anew whenever the form or the fees change.
  private StringBinding told(Callable<String> words) {
    List<Observable> on = new ArrayList<>(form.fields());
    on.add(model.readings().basis());
    on.add(model.readings().gas());
    return Bindings.createStringBinding(words, on.toArray(Observable[]::new));
  }

  private VBox actions(Runnable leave) {
    var busy = model.step().isEqualTo(SendViewModel.Step.PLANNING);
    toReview.setId("review");
    toReview
        .disableProperty()
        .bind(
            model
                .step()
                .isNotEqualTo(SendViewModel.Step.FORM)
                .or(
                    Bindings.createBooleanBinding(
                        () -> form.intent().isEmpty(), form.dependencies())));
    Label missing = Build.wrapped("", "faint", "caption");
    missing.setId("missing");
    missing
        .textProperty()
        .bind(
            Bindings.createStringBinding(() -> new Missing(ui, form).words(), form.dependencies()));
    Button cancel =
        Build.button(
            ui.text("send.clear"),
            "plain",
            () -> {
              model.clear();
              leave.run();
            });
    cancel.setId("clear");
    cancel.visibleProperty().bind(busy.not()); // then what is cancelled is the wait
    return new VBox(
        8,
        new WaitLine(ui, busy, ui.text("send.planning"), "stop-planning", model::edit),
        Build.row(8, missing, Build.spring(), cancel, toReview));
  }

  private ComboBox<AccountEntry> accounts() {
    ComboBox<AccountEntry> box = new ComboBox<>(form.accounts());
    box.setId("from");
    box.setAccessibleText(ui.text("send.from"));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new Named());
    form.from().get().ifPresent(box::setValue);
    form.from().addListener((o, was, is) -> is.ifPresent(box::setValue));
    box.setOnAction(
        e -> Optional.ofNullable(box.getValue()).ifPresent(v -> form.from().set(Optional.of(v))));
    return box;
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
