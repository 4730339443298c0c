package io.belay.app.sign;

import io.belay.app.control.Build;
import io.belay.app.control.Chosen;
import io.belay.app.control.Pick;
import io.belay.app.control.WaitLine;
import io.belay.app.fx.Page;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.app.sign.SignViewModel.Step;
import io.belay.core.store.AccountEntry;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/// Signing a message or typed data, and verifying a signature, on one page.
public final class SignView implements Page {
  private static final double WIDTH = 840;

  private final Ui ui;
  private final SignViewModel model;
  private final String here;
  private final VBox page = Build.column("page");
  private final VBox middle = new VBox();
  private final VBox form = new VBox(16);
  private final VBox account = Build.column("form-row");
  private final Label why = Build.wrapped("", "muted", "caption");
  private final InputPanel input;
  private final VerifyPanel verifying;
  private final ToggleButton sign;
  private final ToggleButton verify;
  private final BooleanBinding reading; // kept: bindings listen weakly
  private Optional<ReviewPanel> shown = Optional.empty();

  /// @param here the name of the network that is looked at
  public SignView(Ui ui, SignViewModel model, VerifyViewModel verifier, String here) {
    this.ui = ui;
    this.model = model;
    this.here = here;
    this.reading = model.step().isEqualTo(Step.READING);
    this.input =
        new InputPanel(
            ui, "sign", model.input(), new InputPanel.Deeds(model::put, model::open, model::clear));
    this.verifying = new VerifyPanel(ui, verifier);
    ToggleGroup group = new ToggleGroup();
    this.sign = part(group, "sign-part-sign", "sign.part.sign");
    this.verify = part(group, "sign-part-verify", "sign.part.verify");
    fill();
    page.getChildren().setAll(Build.head(ui.text("nav.sign"), sign, verify), middle);
    middle.setMaxWidth(WIDTH);
    model.review().addListener((o, was, is) -> show());
    model.from().addListener((o, was, is) -> showWhy());
    sign.setSelected(true); // which shows it
  }

  private ToggleButton part(ToggleGroup group, String id, String key) {
    ToggleButton button = new ToggleButton(ui.text(key));
    button.setId(id);
    button.setMinWidth(ToggleButton.USE_PREF_SIZE);
    button.setToggleGroup(group);
    button.setOnAction(e -> button.setSelected(true)); // one of them always is
    Chosen.when(button, this::show);
    return button;
  }

  private void fill() {
    Button look = Build.button(ui.text("sign.look"), "accent", model::look);
    look.setId("sign-look");
    look.disableProperty().bind(reading);
    form.getChildren()
        .setAll(
            Build.wrapped(ui.text("sign.detail"), "muted"),
            Build.column(
                "panel",
                account,
                input,
                Build.problem(model.problem()),
                new WaitLine(ui, reading, ui.text("sign.reading"), "sign-cancel", model::cancel),
                Build.row(8, look)));
  }

  /// The accounts as they are now.
  private void showAccounts() {
    Pick<Optional<AccountEntry>> pick =
        new Pick<>(
            model.offered().stream().map(Optional::of).toList(),
            entry -> entry.map(this::line).orElse(""),
            model.from(),
            model.from()::set);
    pick.setId("sign-from");
    pick.setAccessibleText(ui.text("sign.from"));
    pick.setMaxWidth(Double.MAX_VALUE);
    account.getChildren().setAll(Build.label(ui.text("sign.from"), "name"), pick);
    account.getChildren().add(why);
    showWhy();
  }

  private void showWhy() {
    why.setText(model.whyNot());
    Build.present(why, !why.getText().isEmpty());
  }

  private String line(AccountEntry entry) {
    String name = entry.name() + " \u00b7 " + Phrases.brief(entry.ref().address());
    return entry.isWatched() ? ui.text("sign.from.watch", name) : name;
  }

  private void show() {
    shown = Optional.empty();
    if (verify.isSelected()) {
      middle.getChildren().setAll(verifying);
    } else {
      shown = model.review().get().map(review -> new ReviewPanel(ui, model, review, here));
      middle.getChildren().setAll(shown.<VBox>map(panel -> panel).orElse(form));
      shown.ifPresent(ReviewPanel::startOnBack);
    }
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void shown() {
    showAccounts();
    if (verify.isSelected()) {
      verifying.focus();
    } else {
      shown.ifPresentOrElse(ReviewPanel::startOnBack, input::focus);
    }
  }

  @Override
  public void hidden() {}

  @Override
  public void refresh() {
    showAccounts();
  }

  @Override
  public boolean back() {
    boolean inReview = sign.isSelected() && model.step().get() == Step.REVIEW;
    if (inReview) {
      model.edit();
    }
    return inReview;
  }

  @Override
  public void confirm() {
    if (sign.isSelected()) {
      model.confirm();
    }
  }
}
