package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.control.Clip;
import io.belay.app.control.FullAddress;
import io.belay.app.control.Strip;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.money.Asset;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.tx.UnsignedTransaction;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One transaction: how far it has come, what each endpoint said, what happens next.
final class TransactionView extends VBox {
  private final Ui ui;
  private final ActivityViewModel model;
  private final Label next = Build.wrapped("", "muted");
  private final VBox body = new VBox(16);
  private TxRecord record;

  TransactionView(Ui ui, ActivityViewModel model, TxRecord record) {
    super(16);
    this.ui = ui;
    this.model = model;
    this.record = record;
    Asset asset = model.chain().currency();
    String amount = asset.amount(record.transaction().value()).toString();
    getChildren()
        .addAll(
            Build.head(
                ui.text("tx.title", amount),
                Build.button(ui.text("tx.back"), "fth-arrow-left", "plain", model::close),
                Build.button(
                    ui.text("tx.copy"),
                    "fth-copy",
                    "plain",
                    () -> Clip.copy(record.hash().toString()))),
            body);
    show(record);
  }

  TxHash hash() {
    return record.hash();
  }

  /// Shows how far it has come meanwhile; what can have the focus stays.
  void show(TxRecord now) {
    record = now;
    body.getChildren().clear();
    addTrouble();
    body.getChildren()
        .addAll(progress(), new EvidenceLanes(ui, model, record), facts(model.chain().currency()));
    tick(ui.clock().instant());
  }

  void tick(Instant now) {
    next.setText(model.next(record, now));
  }

  private void addTrouble() {
    TxState state = record.state();
    boolean refused = record.succeeded().filter(ok -> !ok).isPresent();
    if (refused) {
      body.getChildren().add(Strip.danger(ui.text("tx.reverted"), ui.text("tx.reverted.detail")));
    }
    switch (state) {
      case UNKNOWN, CONFLICT, STUCK, DROPPED ->
          body.getChildren()
              .add(
                  Strip.advice(
                      ui.text("tx." + state.word()), ui.text("tx.detail." + state.word())));
      case REPLACED, REJECTED ->
          body.getChildren()
              .add(
                  Strip.danger(
                      ui.text("tx." + state.word()), ui.text("tx.detail." + state.word())));
      case SIGNED, SENDING, ACCEPTED, SEEN, INCLUDED, SAFE, FINAL -> {}
    }
  }

  private VBox progress() {
    String block =
        record
            .block()
            .map(b -> ui.text("tx.inblock", Phrases.count(b.number())))
            .orElseGet(() -> ui.text("tx.noblock"));
    return Build.column(
        "panel",
        new Timeline(ui, record),
        Build.row(
            12,
            new Chip(record.evidence(), ui.text("tx.known." + record.evidence().word())),
            Build.wrapped(model.seenBy(record) + " " + block)),
        next);
  }

  private VBox facts(Asset asset) {
    UnsignedTransaction tx = record.transaction();
    VBox facts =
        Build.column(
            "panel",
            Build.fact(ui.text("tx.hash"), Build.wrapped(record.hash().toString(), "mono")),
            Build.fact(ui.text("review.to"), new FullAddress(tx.to())),
            Build.fact(ui.text("review.from"), new FullAddress(record.from())),
            Build.fact(ui.text("review.nonce"), Build.label(String.valueOf(tx.nonce()))),
            Build.fact(
                ui.text("tx.fee"),
                Build.label(asset.amount(tx.maxFeePerGas().times(tx.gasLimit())).toString())));
    record
        .replacedBy()
        .ifPresent(hash ->
            facts
                .getChildren()
                .add(Build.fact(ui.text("tx.replacedby"), Build.wrapped(hash.toString(), "mono"))));
    return facts;
  }
}
