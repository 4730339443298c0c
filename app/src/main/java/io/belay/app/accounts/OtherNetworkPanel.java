package io.belay.app.accounts;

import io.belay.app.accounts.OthersViewModel.Line;
import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.fx.Ui;
import io.belay.core.money.Asset;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One other network: its sum, how that is known, and each account there, where they are many on
/// demand.
final class OtherNetworkPanel extends VBox {
  private final Ui ui;
  private final OthersViewModel model;
  private final HBox head = Build.row(12);
  private final HBox sum = Build.row(12);
  private final Button fold;
  private final OtherAccounts accounts;
  private Optional<Line> shown = Optional.empty();
  private boolean listed;

  OtherNetworkPanel(Ui ui, OthersViewModel model, ReadOnlyObjectProperty<Instant> now) {
    this.ui = ui;
    this.model = model;
    this.accounts = new OtherAccounts(ui, model, now);
    this.fold = Build.button("", "link", () -> shown.ifPresent(model::fold));
    getStyleClass().addAll("panel", "flush");
    head.getStyleClass().add("panel-head");
    getChildren().add(head);
  }

  void show(Line line) {
    boolean open = shown.filter(was -> was.isOpen() == line.isOpen()).isPresent();
    boolean news = shown.filter(line::equals).isEmpty();
    shown = Optional.of(line);
    if (!open) {
      build(line);
    }
    if (line.isOpen()) {
      list(line);
      if (news) {
        write(line);
      }
    }
  }

  /// Writes the amounts anew.
  void redraw() {
    shown
        .filter(Line::isOpen)
        .ifPresent(line -> {
          showSum(line);
          accounts.redraw();
        });
  }

  private void build(Line line) {
    String name = line.chain().name();
    String act = ui.text(line.isOpen() ? "networks.look" : "others.open");
    Button look = Build.button(act, "plain", () -> shown.ifPresent(model::look));
    look.setId("others-look-" + line.chain().id());
    look.setAccessibleText(ui.text("net.of", name, act));
    fold.setId("others-fold-" + line.chain().id());
    Node says = line.isOpen() ? sum : Build.wrapped(ui.text("others.unopened"), "muted");
    head.getChildren().setAll(Build.label(name, "strong"), says, Build.spring(), fold, look);
    Build.present(fold, false);
    listed = false;
    getChildren().setAll(head);
  }

  private void list(Line line) {
    Build.present(fold, model.isFoldable());
    String act =
        model.isListed(line) ? ui.text("others.fold") : ui.text("others.list", line.rows().size());
    fold.setText(act);
    fold.setAccessibleText(ui.text("net.of", line.chain().name(), act));
    if (listed != model.isListed(line)) {
      listed = model.isListed(line);
      if (listed) {
        accounts.show(line); // what came in while they were not listed
        getChildren().setAll(head, accounts);
      } else {
        getChildren().setAll(head);
      }
    }
  }

  private void write(Line line) {
    showSum(line);
    if (listed) {
      accounts.show(line);
    }
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
    if (listed) {
      accounts.age();
    }
  }
}
