package io.belay.app.activity;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.TxWords;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.TxHash;
import io.belay.core.rpc.FeePaid;
import io.belay.core.send.TxRecord;
import io.belay.core.tx.UnsignedTransaction;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What was signed, and what else was signed at its nonce.
final class TxFactsPanel extends VBox {
  private final Ui ui;
  private final TransactionViewModel model;
  private final Consumer<TxHash> open;
  private final VBox links = new VBox(12);
  private List<Object> linked = List.of();

  TxFactsPanel(Ui ui, TransactionViewModel model, Consumer<TxHash> open) {
    this.ui = ui;
    this.model = model;
    this.open = open;
    getStyleClass().add("panel");
    draw(model.record().get());
  }

  /// Draws all of it anew, where more is known of its token than before.
  void redraw() {
    linked = List.of();
    draw(model.record().get());
  }

  private void draw(TxRecord record) {
    UnsignedTransaction tx = record.transaction();
    TxWords says = model.says();
    boolean plain = tx.data().equals("0x");
    getChildren()
        .setAll(
            Build.fact(ui.text("tx.does"), Build.wrapped(says.meaning(tx, record.from()))),
            Build.fact(ui.text("tx.amount"), Build.wrapped(says.moved(tx), "strong")),
            Build.fact(ui.text(plain ? "review.to" : "tx.does.to"), new FullAddress(tx.to())),
            Build.fact(ui.text("review.from"), new FullAddress(record.from())),
            Build.fact(ui.text("review.nonce"), Build.label(String.valueOf(tx.nonce()))),
            Build.fact(ui.text("tx.fee"), Build.wrapped(fee(says, tx))),
            Build.fact(
                ui.text("tx.when"),
                Build.label(
                    new Phrases(ui.words()).when(record.createdAt(), ui.clock().instant()))),
            Build.fact(ui.text("tx.hash"), hash(record.hash())),
            links);
    if (record.privately()) {
      Label only = Build.wrapped(ui.text("review.private.value"));
      only.setId("tx-private");
      getChildren().add(6, Build.fact(ui.text("review.private"), only));
    }
    says.token(tx)
        .ifPresent(
            told -> getChildren().add(2, Build.fact(ui.text("review.token"), Build.wrapped(told))));
  }

  private String fee(TxWords says, UnsignedTransaction tx) {
    return ui.text(
        "tx.fee.value",
        says.most(tx),
        Phrases.count(tx.gasLimit()),
        tx.maxFeePerGas().toGwei(),
        tx.maxPriorityFeePerGas().toGwei());
  }

  private String paid(FeePaid fee) {
    return ui.text(
        fee.dataFee().isPresent() ? "tx.paid.data" : "tx.paid.value",
        model.says().exact(fee.total()),
        Phrases.count(fee.gasUsed()),
        fee.gasPrice().toGwei(),
        fee.dataFee().map(model.says()::exact).orElse(""));
  }

  private static Label hash(TxHash hash) {
    Label label = Build.wrapped(hash.toString(), "mono");
    label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return label;
  }

  /// Shows what has its nonce by now; links that stay the same are not touched.
  void show(TxRecord record) {
    List<TxRecord> rivals =
        model.rivals().stream().filter(r -> !isNamed(record, r.hash())).toList();
    List<Object> wanted =
        List.of(
            record.facts().replaces(),
            record.replacedBy(),
            record.after().paid(),
            rivals.stream().map(TxRecord::hash).toList());
    if (wanted.equals(linked)) {
      return;
    }
    linked = wanted;
    links.getChildren().clear();
    record
        .after()
        .paid()
        .ifPresent(paid ->
            links.getChildren().add(Build.fact(ui.text("tx.paid"), Build.wrapped(paid(paid)))));
    record.facts().replaces().ifPresent(hash -> link("tx.replaces", hash));
    record.replacedBy().ifPresent(hash -> link("tx.replacedby", hash));
    rivals.forEach(rival -> link("tx.rivals", rival.hash()));
    Build.present(links, !links.getChildren().isEmpty());
  }

  private static boolean isNamed(TxRecord record, TxHash hash) {
    return record.replacedBy().filter(hash::equals).isPresent()
        || record.facts().replaces().filter(hash::equals).isPresent();
  }

  private void link(String key, TxHash hash) {
    Node value =
        model
            .find(hash)
            .<Node>map(other -> {
              Button button =
                  Build.button(model.says().title(other), "link", () -> open.accept(hash));
              button.setId("link-" + hash.toString().substring(2, 10));
              button.setAccessibleText(ui.text(key) + ", " + model.says().title(other));
              return new VBox(0, button, hash(hash));
            })
            .orElseGet(() -> hash(hash));
    links.getChildren().add(Build.fact(ui.text(key), value));
  }
}
