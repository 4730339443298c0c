package io.belay.app.raw;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.tx.DecodedTransaction;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What the bytes say, field by field.
final class RawFacts extends VBox {
  private final Ui ui;

  RawFacts(Ui ui, RawWords words) {
    this.ui = ui;
    DecodedTransaction tx = words.tx();
    getStyleClass().add("panel");
    setId("raw-facts");
    getChildren()
        .addAll(
            Build.fact(ui.text("raw.value"), Build.label(words.money(tx.value()), "section-title")),
            Build.fact(
                ui.text("raw.to"),
                tx.to()
                    .<Node>map(FullAddress::new)
                    .orElseGet(() -> Build.label(ui.text("raw.to.new")))),
            Build.fact(ui.text("raw.from"), from(words)),
            Build.fact(ui.text("raw.chain"), Build.label(words.network())),
            Build.fact(ui.text("raw.data"), Build.wrapped(words.data())),
            Build.fact(ui.text("raw.nonce"), Build.label(Long.toString(tx.nonce()))),
            Build.fact(ui.text("raw.fee"), Build.wrapped(words.fee())),
            Build.fact(ui.text("raw.type"), Build.label(words.type())));
    words
        .delegations()
        .forEach(line -> getChildren().add(Build.fact(ui.text("raw.code"), Build.wrapped(line))));
    getChildren()
        .addAll(
            Build.fact(ui.text("raw.hash"), mono(tx.signed().hash().toString())),
            Build.fact(
                ui.text("raw.size"),
                Build.label(ui.text("raw.size.value", Phrases.count(tx.signed().raw().length)))));
  }

  private Node from(RawWords words) {
    Address sender = words.tx().from();
    VBox lines = new VBox(2, new FullAddress(sender));
    words
        .account()
        .ifPresent(entry ->
            lines
                .getChildren()
                .add(Build.label(ui.text("raw.from.own", entry.name()), "muted", "caption")));
    return lines;
  }

  private static Label mono(String text) {
    Label label = Build.wrapped(text, "mono");
    label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return label;
  }
}
