package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.control.FlowColumn;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Ui;
import io.belay.core.money.Asset;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Connectivity;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What Belay knows now: balance and nonce, how they are known, how many operators are up, what is
/// left. Its nodes, and focus on them, stay while what they say changes.
final class KnownNow extends FlowColumn {
  private final Ui ui;
  private final SendViewModel model;
  private final Label before = Build.wrapped("", "strong");
  private final ObservedLabel how;
  private final Label forFee = Build.wrapped("");
  private final HBox feeRow;
  private final Label nonce = Build.label("");
  private final ObservedLabel nonceHow;
  private final Label ways = Build.wrapped("");
  private final Label after = Build.wrapped("", "strong");
  private final Label advice = Build.wrapped("", "muted");

  KnownNow(Ui ui, SendViewModel model) {
    super(440);
    this.ui = ui;
    this.model = model;
    SendReadings known = model.readings();
    int groups = known.connectivity().get().groups();
    this.how = new ObservedLabel(ui, known.balance().get(), groups);
    this.nonceHow = new ObservedLabel(ui, known.account().get(), groups);
    this.feeRow = Build.fact(ui.text("send.balance.fee"), forFee);
    getStyleClass().add("panel");
    getChildren()
        .setAll(
            Build.label(ui.text("send.known"), "section-title"),
            Build.fact(ui.text("send.balance"), before),
            Build.fact(ui.text("send.known.how"), how),
            feeRow,
            Build.fact(ui.text("send.nonce"), beside(nonce, nonceHow)),
            Build.fact(ui.text("send.ways"), ways),
            Build.fact(ui.text("send.after"), after),
            advice);
    known.balance().addListener((o, was, is) -> show());
    known.account().addListener((o, was, is) -> show());
    known.connectivity().addListener((o, was, is) -> show());
    known
        .now()
        .addListener((o, was, is) -> {
          how.show(known.balance().get());
          nonceHow.show(known.account().get());
        });
    model.form().fields().forEach(field -> field.addListener((o, was, is) -> show()));
    show();
  }

  private static HBox beside(Node... nodes) {
    return Build.row(10, nodes);
  }

  /// Shows all of it anew.
  void show() {
    SendReadings known = model.readings();
    Asset currency = model.session().chain().currency();
    Optional<Asset> asset = model.form().asset().asset().get();
    Connectivity now = known.connectivity().get();
    Optional<AccountState> account = known.account().get().maybe();
    before.setText(
        known
            .balance()
            .get()
            .maybe()
            .flatMap(units -> asset.map(a -> ui.words().veil().over(a.amount(units))))
            .orElse("—"));
    how.show(known.balance().get());
    Build.present(feeRow, asset.filter(Asset::isToken).isPresent());
    forFee.setText(
        account.map(a -> ui.words().veil().over(currency.amount(a.balance()))).orElse("—"));
    nonce.setText(account.map(a -> String.valueOf(a.nonce())).orElse("—"));
    nonceHow.show(known.account().get());
    ways.setText(ui.text("status.groups", now.groupsUp(), now.groups()));
    after.setText(model.says().afterSending());
    boolean fine =
        now.mode() == Connectivity.Mode.ONLINE || now.mode() == Connectivity.Mode.DEGRADED;
    // that one can send is not said before it is known what
    advice.setText(fine && account.isEmpty() ? "" : ui.text("send.mode." + now.mode().word()));
  }
}
