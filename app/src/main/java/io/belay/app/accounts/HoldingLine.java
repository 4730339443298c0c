package io.belay.app.accounts;

import io.belay.app.control.Build;
import io.belay.app.control.CopyButton;
import io.belay.app.control.FullAddress;
import io.belay.app.control.NamesakeStrip;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.token.KnownToken;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One token of an account: what there is, and below it what the token is and who says so.
final class HoldingLine extends VBox {
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final TokensViewModel model;
  private final BalanceLine balance;

  HoldingLine(Ui ui, TokensViewModel model, KnownToken token) {
    super(4);
    this.model = model;
    Address contract = token.asset().contract().orElseThrow();
    String symbol = token.asset().symbol();
    Button remove = Build.button(ui.text("tokens.remove"), "link", () -> model.remove(token));
    remove.setId("token-remove-" + contract.toLowerHex().substring(2, 10));
    remove.setAccessibleText(ui.text("tokens.remove.of", symbol));
    this.balance =
        new BalanceLine(ui, Build.label(symbol, "medium"), symbol, model.groups(), remove).first();
    getStyleClass().add("holding");
    HBox where =
        Build.row(
            8, new FullAddress(contract), CopyButton.bare(ui, ui.text("tokens.copy"), contract));
    where.setFillHeight(false); // else the address stands above the middle
    VBox told = new VBox(4, where, Build.wrapped(told(ui, token), "muted", "caption"));
    told.getStyleClass().add("holding-told");
    model
        .namesake(token)
        .ifPresent(real -> told.getChildren().addFirst(NamesakeStrip.of(ui, token.asset(), real)));
    getChildren().addAll(balance, told);
  }

  static String told(Ui ui, KnownToken token) {
    return ui.text(
        "tokens.told",
        token.asset().symbol(),
        token.asset().decimals(),
        ui.text("total." + token.level().word()));
  }

  void show(Holding holding, boolean first, Instant now) {
    pseudoClassStateChanged(FIRST, first);
    balance.show(model.balanceText(holding), holding.balance(), now);
  }

  void age(Instant now) {
    balance.age(now);
  }
}
