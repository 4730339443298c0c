package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.control.Namesake;
import io.belay.app.control.NamesakeStrip;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.send.SendPlan;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is signed, and what is to be known first; a page, not a dialog.
final class ReviewView extends VBox {
  private static final double WIDTH = 840;

  private final Ui ui;
  private final SendViewModel model;
  private final SendPlan plan;
  private final Button back;
  private final TextField typed = new TextField();
  private final BooleanBinding isTyped;

  ReviewView(Ui ui, SendViewModel model, SendPlan plan) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.plan = plan;
    this.back = Build.button(ui.text("review.back"), "plain", model::edit);
    this.isTyped =
        Bindings.createBooleanBinding(
            () -> plan.mustType().filter(f -> !f.equals(typed.getText().strip())).isEmpty(),
            typed.textProperty());
    Review review =
        Review.of(plan, model.session().carriers(), model.session().connectivity().get());
    Address payee = review.meaning().payee();
    getChildren().add(Build.head(ui.text("review.title")));
    getChildren().addAll(new WarningStrips(ui, payee, model.says().payees()).of(plan.warnings()));
    Namesake.of(plan.intent().amount().asset(), model.session().tokens())
        .ifPresent(
            real -> getChildren().add(NamesakeStrip.of(ui, plan.intent().amount().asset(), real)));
    plan.mustType().ifPresent(figure -> getChildren().add(figureField(figure)));
    getChildren().add(new ReviewFacts(ui, model, plan, review));
    getChildren().add(actions());
    getChildren().forEach(node -> ((Region) node).setMaxWidth(WIDTH));
  }

  /// A fee that nobody can have meant is confirmed by its figure.
  private VBox figureField(String figure) {
    typed.setId("fee-figure");
    typed.setMaxWidth(240);
    Label ask = Build.wrapped(ui.text("warning.high-fee.type", figure));
    ask.setLabelFor(typed);
    typed.setAccessibleText(ask.getText());
    return Build.column("panel", ask, typed);
  }

  /// Signs and sends what is shown here.
  void confirm() {
    model.confirm(plan, typed.getText());
  }

  /// Puts the focus on going back, so that no key signs by mistake.
  void startOnBack() {
    back.requestFocus();
  }

  private HBox actions() {
    back.setId("back-to-edit");
    Button confirm = Build.button(ui.text("review.confirm"), "accent", this::confirm);
    confirm.setId("confirm");
    confirm
        .disableProperty()
        .bind(model.step().isNotEqualTo(SendViewModel.Step.REVIEW).or(isTyped.not()));
    // Enter alone never signs: neither button is the default one, and focus starts on going back
    EventHandler<KeyEvent> noEnter =
        e -> {
          if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
            e.consume();
          }
        };
    confirm.addEventFilter(KeyEvent.ANY, noEnter);
    Label why = Build.label("", "faint", "caption");
    why.setId("why-not");
    why.textProperty().bind(Bindings.createStringBinding(this::why, model.step(), isTyped));
    return Build.row(8, back, Build.spring(), why, confirm);
  }

  /// How to sign, or why that is off.
  private String why() {
    if (model.step().get() == SendViewModel.Step.SENDING) {
      return ui.text("review.signing");
    }
    return isTyped.get()
        ? ui.text("review.keys")
        : ui.text("review.locked", plan.mustType().orElse(""));
  }
}
