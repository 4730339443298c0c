package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.ObservedLabel;
import io.belay.app.control.Strip;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.chain.Chain;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.send.SendPlan;
import io.belay.core.send.Warning;
import io.belay.core.tx.UnsignedTransaction;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Exactly what is signed, field by field; a page, not a dialog.
final class ReviewView extends VBox {
  private final Ui ui;
  private final SendViewModel model;
  private final SendPlan plan;
  private final Review review;
  private final Connectivity now;
  private final Button back;
  private final TextField typed = new TextField();

  ReviewView(Ui ui, SendViewModel model, SendPlan plan) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.plan = plan;
    this.back = Build.button(ui.text("review.back"), "plain", model::edit);
    this.now = model.session().connectivity().get();
    this.review = Review.of(plan, now);
    VBox facts = facts();
    facts.setMaxWidth(840);
    getChildren().add(Build.head(ui.text("review.title")));
    plan.warnings().forEach(warning -> getChildren().add(strip(warning)));
    getChildren().forEach(node -> ((javafx.scene.layout.Region) node).setMaxWidth(840));
    getChildren().add(facts);
    plan.mustType().ifPresent(figure -> getChildren().add(figureField(figure)));
    getChildren().add(actions());
  }

  private Strip strip(Warning warning) {
    String title = ui.words().warning(warning.code());
    String detail = ui.words().warningDetail(warning.code(), warning.detail());
    return switch (warning.code()) {
      case "first-time-recipient", "own-address", "single-view" -> Strip.advice(title, detail);
      default -> Strip.danger(title, detail);
    };
  }

  /// A fee that nobody can have meant is confirmed by its figure.
  private VBox figureField(String figure) {
    typed.setId("fee-figure");
    typed.setMaxWidth(240);
    Label ask = Build.wrapped(ui.text("warning.high-fee.type", figure));
    ask.setLabelFor(typed);
    VBox field = Build.column("panel", ask, typed);
    field.setMaxWidth(840);
    return field;
  }

  private VBox facts() {
    Chain chain = model.session().chain();
    Asset asset = chain.currency();
    UnsignedTransaction tx = review.transaction();
    return Build.column(
        "panel",
        Build.fact(ui.text("review.amount"), Build.label(review.value(asset), "section-title")),
        Build.fact(ui.text("review.to"), new FullAddress(tx.to())),
        Build.fact(ui.text("review.from"), new FullAddress(plan.intent().from().address())),
        Build.fact(
            ui.text("review.chain"),
            Build.label(ui.text("review.chain.value", chain.name(), tx.chainId()))),
        Build.fact(
            ui.text("review.fee"),
            Build.wrapped(
                ui.text(
                    "review.fee.value",
                    asset.amount(review.atMost()),
                    asset.amount(review.expected())))),
        Build.fact(
            ui.text("review.price"),
            Build.wrapped(
                ui.text(
                    "review.price.value",
                    Phrases.count(tx.gasLimit()),
                    tx.maxFeePerGas().toGwei(),
                    tx.maxPriorityFeePerGas().toGwei()))),
        Build.fact(
            ui.text("review.nonce"),
            Build.row(
                10,
                Build.label(String.valueOf(tx.nonce())),
                new ObservedLabel(ui, plan.nonce(), now.groups()))),
        Build.fact(ui.text("review.data"), Build.wrapped(data(tx), "mono")),
        Build.fact(ui.text("review.balance"), balance(asset)),
        Build.fact(ui.text("review.through"), Build.wrapped(String.join(" · ", review.through()))),
        down(),
        bytes());
  }

  private String data(UnsignedTransaction tx) {
    return tx.data().equals("0x") ? ui.text("review.data.none") : tx.data();
  }

  private HBox balance(Asset asset) {
    String before = text(asset, plan.balance().maybe());
    String after = text(asset, plan.balanceAfter());
    return Build.row(
        10,
        Build.wrapped(ui.text("review.balance.value", before, after)),
        new ObservedLabel(ui, plan.balance(), now.groups()));
  }

  private static String text(Asset asset, java.util.Optional<Wei> wei) {
    return wei.map(w -> asset.amount(w).toString()).orElse("—");
  }

  private HBox down() {
    HBox row =
        Build.fact(
            ui.text("review.down"), Build.wrapped(String.join(" · ", review.down()), "muted"));
    Build.present(row, !review.down().isEmpty());
    return row;
  }

  private TitledPane bytes() {
    TextArea area = new TextArea(review.bytes());
    area.getStyleClass().add("bytes");
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(4);
    TitledPane pane = new TitledPane(ui.text("review.bytes", review.size()), area);
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
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
    confirm.disableProperty().bind(model.step().isNotEqualTo(SendViewModel.Step.REVIEW));
    // Enter alone never signs: neither button is the default one, and focus starts on going back
    javafx.event.EventHandler<javafx.scene.input.KeyEvent> noEnter =
        e -> {
          if (e.getCode() == javafx.scene.input.KeyCode.ENTER && !e.isShortcutDown()) {
            e.consume();
          }
        };
    confirm.addEventFilter(javafx.scene.input.KeyEvent.ANY, noEnter);
    HBox row =
        Build.row(
            8,
            back,
            Build.spring(),
            Build.label(ui.text("review.keys"), "faint", "caption"),
            confirm);
    row.setMaxWidth(840);
    return row;
  }
}
