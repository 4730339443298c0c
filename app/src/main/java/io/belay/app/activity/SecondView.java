package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.Hex;
import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.send.Replacement;
import io.belay.core.send.TxRecord;
import io.belay.core.tx.UnsignedTransaction;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Exactly what a second signature at a nonce would be, decoded from the bytes to be signed.
final class SecondView extends VBox {
  private static final double WIDTH = 840;

  private final Ui ui;
  private final SecondViewModel model;
  private final Replacement replacement;
  private final byte[] preimage;
  private final UnsignedTransaction tx;
  private final Button back;

  SecondView(Ui ui, SecondViewModel model, Replacement replacement) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.replacement = replacement;
    this.preimage = replacement.transaction().payload().preimage();
    this.tx = UnsignedTransaction.decode(preimage);
    this.back = Build.button(ui.text("second.back"), "plain", model::leave);
    VBox facts = facts();
    facts.setMaxWidth(WIDTH);
    String purpose = replacement.purpose().word();
    getChildren().addAll(Build.head(ui.text("second.title." + purpose)), facts, actions());
  }

  private VBox facts() {
    Chain chain = model.chain();
    TxWords says = model.says();
    Optional<TxRecord> old = model.old(replacement);
    VBox facts =
        Build.column(
            "panel",
            Build.fact(
                ui.text("second.happens"),
                Build.wrapped(
                    ui.text("second.happens." + replacement.purpose().word(), tx.nonce()),
                    "strong")));
    old.ifPresent(record ->
        facts
            .getChildren()
            .add(Build.fact(ui.text("second.instead"), Build.wrapped(says.heading(record)))));
    facts
        .getChildren()
        .addAll(
            Build.fact(
                ui.text("second.sends"), Build.label(says.exact(tx.value()), "section-title")),
            Build.fact(ui.text("review.to"), new FullAddress(tx.to())),
            Build.fact(ui.text("tx.does"), Build.wrapped(says.meaning(tx, replacement.from()))),
            Build.fact(ui.text("review.from"), new FullAddress(replacement.from())),
            Build.fact(
                ui.text("review.chain"),
                Build.label(ui.text("review.chain.value", chain.name(), tx.chainId()))),
            Build.fact(ui.text("review.nonce"), Build.label(String.valueOf(tx.nonce()))));
    old.ifPresent(record ->
        facts
            .getChildren()
            .add(Build.fact(ui.text("second.now"), Build.wrapped(price(record.transaction())))));
    facts
        .getChildren()
        .addAll(
            Build.fact(ui.text("second.new"), Build.wrapped(more(old), "strong")),
            Build.fact(
                ui.text("second.cost"),
                Build.wrapped(ui.text("second.cost.value", says.exact(tx.cost())))),
            bytes());
    return facts;
  }

  private String price(UnsignedTransaction of) {
    return ui.text(
        "second.price",
        model.says().most(of),
        Phrases.count(of.gasLimit()),
        of.maxFeePerGas().toGwei());
  }

  private String more(Optional<TxRecord> old) {
    Wei fee = tx.maxFeePerGas().times(tx.gasLimit());
    return old.map(TxRecord::transaction)
        .map(was -> was.maxFeePerGas().times(was.gasLimit()))
        .filter(was -> fee.compareTo(was) > 0)
        .map(was -> ui.text("second.more", price(tx), model.says().exact(fee.minusOrZero(was))))
        .orElseGet(() -> price(tx));
  }

  private TitledPane bytes() {
    TextArea area = new TextArea(Hex.encode(preimage));
    area.getStyleClass().add("bytes");
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(4);
    TitledPane pane = new TitledPane(ui.text("review.bytes", preimage.length), area);
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }

  /// Signs and sends what is shown here.
  void confirm() {
    model.confirm(replacement);
  }

  /// Puts the focus on going back, so that no key signs by mistake.
  void startOnBack() {
    back.requestFocus();
  }

  private HBox actions() {
    back.setId("second-back");
    Button confirm = Build.button(ui.text("second.confirm"), "accent", this::confirm);
    confirm.setId("second-confirm");
    confirm.disableProperty().bind(model.step().isNotEqualTo(SecondViewModel.Step.REVIEW));
    // Enter alone never signs: neither button is the default one, and focus starts on going back
    EventHandler<KeyEvent> noEnter =
        e -> {
          if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown()) {
            e.consume();
          }
        };
    confirm.addEventFilter(KeyEvent.ANY, noEnter);
    HBox row =
        Build.row(
            8,
            back,
            Build.spring(),
            Build.label(ui.text("review.keys"), "faint", "caption"),
            confirm);
    row.setMaxWidth(WIDTH);
    return row;
  }
}
