package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Ui;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.state.Observed;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// What Belay knows now: the balance, how it is known, how many operators are up, what is left.
final class KnownNow extends VBox {
  private final Ui ui;
  private final SendViewModel model;

  KnownNow(Ui ui, SendViewModel model) {
    this.ui = ui;
    this.model = model;
    getStyleClass().add("panel");
    setMinWidth(0);
    model.balance().addListener((o, was, is) -> show());
    model.form().amount().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    Asset asset = model.session().chain().currency();
    Connectivity now = model.session().connectivity().get();
    Observed<Wei> balance = model.balance().get();
    String before = balance.maybe().map(w -> asset.amount(w).toString()).orElse("—");
    getChildren()
        .setAll(
            Build.label(ui.text("send.known"), "section-title"),
            Build.fact(ui.text("send.balance"), Build.wrapped(before, "strong")),
            Build.fact(ui.text("send.known.how"), new ObservedLabel(ui, balance, now.groups())),
            Build.fact(
                ui.text("send.ways"),
                Build.wrapped(ui.text("status.groups", now.groupsUp(), now.groups()))),
            Build.fact(ui.text("send.after"), Build.wrapped(after(asset, balance), "strong")),
            Build.wrapped(ui.text("send.mode." + now.mode().word()), "muted"));
  }

  private String after(Asset asset, Observed<Wei> balance) {
    Optional<Wei> amount = model.form().intent().map(i -> i.amount().units());
    return balance
        .maybe()
        .flatMap(b -> amount.map(a -> asset.amount(b.minusOrZero(a)).toString()))
        .map(text -> ui.text("send.after.less", text))
        .orElse("—");
  }
}
