package io.belay.app.accounts;

import io.belay.app.accounts.OthersViewModel.Line;
import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.control.ObservedLabel;
import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.money.Asset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One other network: its sum, how that is known, and each account there.
final class OtherNetworkPanel extends VBox {
  private final Ui ui;
  private final OthersViewModel model;
  private final ReadOnlyObjectProperty<Instant> now;
  private final HBox head = Build.row(12);
  private final HBox sum = Build.row(12);
  private final List<AccountLine> accounts = new ArrayList<>();
  private Optional<Line> shown = Optional.empty();

  OtherNetworkPanel(Ui ui, OthersViewModel model, ReadOnlyObjectProperty<Instant> now) {
    this.ui = ui;
    this.model = model;
    this.now = now;
    getStyleClass().addAll("panel", "flush");
    head.getStyleClass().add("panel-head");
    getChildren().add(head);
  }

  void show(Line line) {
    boolean same =
        shown.filter(was -> was.isOpen() == line.isOpen()).isPresent()
            && accounts.size() == line.rows().size();
    shown = Optional.of(line);
    if (!same) {
      build(line);
    }
    if (line.isOpen()) {
      showSum(line);
      for (int i = 0; i < accounts.size(); i++) {
        accounts.get(i).show(line, line.rows().get(i));
      }
    }
  }

  private void build(Line line) {
    String name = line.chain().name();
    String act = ui.text(line.isOpen() ? "networks.look" : "others.open");
    Button look = Build.button(act, "plain", () -> shown.ifPresent(model::look));
    look.setId("others-look-" + line.chain().id());
    look.setAccessibleText(ui.text("net.of", name, act));
    head.getChildren()
        .setAll(
            Build.label(name, "strong"),
            line.isOpen() ? sum : Build.wrapped(ui.text("others.unopened"), "muted"),
            Build.spring(),
            look);
    accounts.clear();
    line.rows().forEach(row -> accounts.add(new AccountLine(line, row)));
    getChildren().setAll(head);
    getChildren().addAll(accounts);
  }

  private void showSum(Line line) {
    Asset asset = line.chain().currency();
    Total total = line.total();
    sum.getChildren()
        .setAll(
            Build.label(total.text(ui.words(), asset) + " " + asset.symbol(), "strong"),
            new Chip(total.weakest(), total.known(ui.words(), asset)));
  }

  /// Lets the ages grow.
  void age() {
    accounts.forEach(AccountLine::age);
  }

  private final class AccountLine extends HBox {
    private final Label name = Build.label("", "medium");
    private final Label address = Build.label("", "mono", "muted");
    private final Label balance = Build.label("", "strong");
    private final Label read = Build.label("", "muted");
    private final ObservedLabel known;
    private AccountRow row;

    AccountLine(Line line, AccountRow row) {
      super(12);
      this.row = row;
      this.known = new ObservedLabel(ui, row.balance(), model.groups(line));
      getStyleClass().add("egress-line");
      name.setPrefWidth(130);
      address.setPrefWidth(110);
      balance.setPrefWidth(190);
      balance.setMinWidth(110);
      balance.setAlignment(Pos.CENTER_RIGHT);
      known.setPrefWidth(210);
      known.setMinWidth(196);
      getChildren().addAll(name, address, balance, known, read);
    }

    void show(Line line, AccountRow next) {
      row = next;
      name.setText(next.entry().name());
      address.setText(Phrases.brief(next.entry().ref().address()));
      balance.setText(model.balanceText(line, next) + " " + line.chain().currency().symbol());
      known.show(next.balance());
      age();
    }

    void age() {
      known.show(row.balance());
      read.setText(new Phrases(ui.words()).readAt(row.balance(), now.get()));
    }
  }
}
