package io.belay.app.accounts;

import io.belay.app.accounts.OthersViewModel.Line;
import io.belay.app.control.Build;
import io.belay.app.fx.Ui;
import io.belay.base.ChainId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// An account's balance on each network in use, that which is looked at first.
final class AccountBalances extends VBox {
  private final Ui ui;
  private final AccountViewModel model;
  private final OthersViewModel others;
  private final BalanceLine here;
  private final Map<ChainId, BalanceLine> lines = new HashMap<>();
  private final Map<ChainId, Node> unopened = new HashMap<>();

  AccountBalances(Ui ui, AccountViewModel model, OthersViewModel others) {
    this.ui = ui;
    this.model = model;
    this.others = others;
    getStyleClass().addAll("panel", "flush");
    setId("account-balances");
    Node name =
        Build.row(
            8,
            Build.label(model.chain().name(), "medium"),
            Build.label(ui.text("account.here"), "tag"));
    this.here =
        new BalanceLine(ui, name, model.chain().currency().symbol(), model.groups()).first();
    model.balance().addListener((o, was, is) -> show());
    others.lines().addListener((ListChangeListener<Line>) c -> show());
    model
        .now()
        .addListener((o, was, is) -> {
          here.age(is);
          lines.values().forEach(line -> line.age(is));
        });
    show();
  }

  /// Writes the amounts anew.
  void show() {
    here.show(model.balanceText(), model.balance().get(), model.now().get());
    List<Node> wanted = new ArrayList<>(List.of(here));
    others.lines().forEach(line -> wanted.add(node(line)));
    // the same lines stay where they are, so that a chip in one keeps the focus
    if (!getChildren().equals(wanted)) {
      getChildren().setAll(wanted);
    }
  }

  private Node node(Line other) {
    ChainId chain = other.chain().id();
    Optional<AccountRow> row = row(other);
    if (row.isEmpty()) {
      return unopened.computeIfAbsent(chain, id -> unopened(other));
    }
    BalanceLine line = lines.computeIfAbsent(chain, id -> opened(other));
    line.show(others.balanceText(other, row.get()), row.get().balance(), model.now().get());
    return line;
  }

  private Optional<AccountRow> row(Line other) {
    return other.rows().stream()
        .filter(
            row -> model.account().get().filter(e -> e.ref().equals(row.entry().ref())).isPresent())
        .findFirst();
  }

  private BalanceLine opened(Line other) {
    return new BalanceLine(
        ui,
        Build.label(other.chain().name(), "medium"),
        other.chain().currency().symbol(),
        others.groups(other),
        look(other, "networks.look"));
  }

  private Node unopened(Line other) {
    Node line =
        Build.row(
            12,
            Build.label(other.chain().name(), "medium"),
            Build.wrapped(ui.text("others.unopened"), "muted"),
            Build.spring(),
            look(other, "others.open"));
    line.getStyleClass().add("egress-line");
    return line;
  }

  private Button look(Line other, String key) {
    Button look = Build.button(ui.words().get(key), "link", () -> others.look(other));
    look.setId("account-look-" + other.chain().id());
    look.setAccessibleText(ui.text("net.of", other.chain().name(), look.getText()));
    return look;
  }
}
