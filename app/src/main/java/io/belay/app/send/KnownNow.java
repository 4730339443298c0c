package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Ui;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Connectivity;
import io.belay.core.state.Observed;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What Belay knows now: the balance, how it is known, how many operators are up, what is left. Its
/// nodes, and focus on them, stay while what they say changes.
final class KnownNow extends VBox {
  private final Ui ui;
  private final SendViewModel model;
  private final Label before = Build.wrapped("", "strong");
  private final ObservedLabel how;
  private final Label ways = Build.wrapped("");
  private final Label after = Build.wrapped("", "strong");
  private final Label advice = Build.wrapped("", "muted");

  KnownNow(Ui ui, SendViewModel model) {
    this.ui = ui;
    this.model = model;
    this.how = new ObservedLabel(ui, model.balance().get(), model.connectivity().get().groups());
    getStyleClass().add("panel");
    setMinWidth(0);
    getChildren()
        .setAll(
            Build.label(ui.text("send.known"), "section-title"),
            Build.fact(ui.text("send.balance"), before),
            Build.fact(ui.text("send.known.how"), how),
            Build.fact(ui.text("send.ways"), ways),
            Build.fact(ui.text("send.after"), after),
            advice);
    model.balance().addListener((o, was, is) -> show());
    model.connectivity().addListener((o, was, is) -> show());
    model.now().addListener((o, was, is) -> how.show(model.balance().get()));
    model.form().amount().addListener((o, was, is) -> show());
    show();
  }

  private void show() {
    Asset asset = model.session().chain().currency();
    Connectivity now = model.connectivity().get();
    Observed<Wei> balance = model.balance().get();
    before.setText(balance.maybe().map(w -> asset.amount(w).toString()).orElse("—"));
    how.show(balance);
    ways.setText(ui.text("status.groups", now.groupsUp(), now.groups()));
    after.setText(model.afterSending());
    advice.setText(ui.text("send.mode." + now.mode().word()));
  }
}
