package io.belay.app.send;

import io.belay.app.control.Build;
import io.belay.app.control.FullAddress;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.chain.Chain;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.send.BalanceChange;
import io.belay.core.send.SendPlan;
import io.belay.core.send.Simulation;
import io.belay.core.state.Observed;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What came of trying the transaction: whether it succeeds, whose balances change and how, how
/// that is known; or why nobody can say.
final class SimulatedPane extends VBox {
  private final Ui ui;
  private final SendPlan plan;
  private final Chain chain;
  private final Address payee;
  private final PayeeWords payees;

  SimulatedPane(Ui ui, SendPlan plan, Chain chain, Address payee, PayeeWords payees, int groups) {
    super(4);
    this.ui = ui;
    this.plan = plan;
    this.chain = chain;
    this.payee = payee;
    this.payees = payees;
    setId("simulated");
    Simulation simulation = plan.simulation();
    HBox outcome =
        Build.row(
            10,
            Build.wrapped(outcome(simulation)),
            new ObservedLabel(ui, simulation.outcome(), groups));
    getChildren().add(outcome);
    if (simulation.outcome().maybe().isPresent()) {
      getChildren().addAll(changes(simulation, groups));
    }
  }

  private String outcome(Simulation simulation) {
    if (simulation.outcome() instanceof Observed.Unknown<?>(String reason)) {
      return ui.text("review.simulated.none", ui.words().reason(reason));
    }
    if (simulation.outcome() instanceof Observed.Disputed<?>) {
      return ui.text("review.simulated.disputed");
    }
    return simulation
        .reverts()
        .map(reason -> ui.text("review.simulated.reverts", reason.line()))
        .orElseGet(() -> ui.text("review.simulated.succeeds"));
  }

  private List<Node> changes(Simulation simulation, int groups) {
    Optional<List<BalanceChange>> changes = simulation.changes().maybe();
    if (changes.isEmpty()) {
      return List.of(Build.wrapped(ui.text("review.changes.unknown"), "muted"));
    }
    VBox rows = new VBox(4);
    changes.get().forEach(change -> rows.getChildren().add(row(change)));
    boolean weaker = simulation.changes().level() != simulation.outcome().level();
    Label rest =
        Build.wrapped(
            ui.text(changes.get().isEmpty() ? "review.changes.none" : "review.changes.rest"),
            "muted",
            "caption");
    HBox known = Build.row(10, rest);
    if (weaker) {
      known.getChildren().add(new ObservedLabel(ui, simulation.changes(), groups));
    }
    return List.of(rows, known);
  }

  private HBox row(BalanceChange change) {
    Wei units = Wei.of(change.difference().abs());
    String sign = change.difference().signum() < 0 ? "− " : "+ ";
    Label amount = Build.label(sign + amount(change, units), "strong", "change");
    HBox row = Build.row(10, amount, who(change.account()));
    token(change).ifPresent(token -> row.getChildren().add(new FullAddress(token)));
    row.setAccessibleText(amount.getText() + ", " + change.account());
    return row;
  }

  private String amount(BalanceChange change, Wei units) {
    Asset sent = plan.intent().amount().asset();
    if (change.token().isEmpty()) {
      return chain.currency().amount(units).toString();
    }
    return change.token().equals(sent.contract())
        ? sent.amount(units).toString()
        : ui.text("review.changes.units", units);
  }

  /// A token nobody asked for: where its point stands is not known, so it is named by its contract.
  private Optional<Address> token(BalanceChange change) {
    return change
        .token()
        .filter(t -> !change.token().equals(plan.intent().amount().asset().contract()));
  }

  private Node who(Address account) {
    if (account.equals(plan.intent().from().address())) {
      return Build.label(ui.text("review.changes.payer"), "muted");
    }
    if (account.equals(payee)) {
      return Build.label(ui.text("review.changes.payee"), "muted");
    }
    return payees
        .name(account)
        .<Node>map(name -> Build.row(8, Build.label(name, "muted"), new FullAddress(account)))
        .orElseGet(() -> new FullAddress(account));
  }
}
