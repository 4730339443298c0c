package io.belay.app.accounts;

import io.belay.app.accounts.TokenTotalsViewModel.Sum;
import io.belay.app.control.Build;
import io.belay.app.control.Chip;
import io.belay.app.fx.Ui;
import io.belay.core.money.Asset;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What all own accounts have of the currency and of each token on the list, side by side.
final class TotalsPanel extends FlowPane {
  private final Ui ui;
  private final AccountsViewModel model;
  private final TokenTotalsViewModel tokens;

  TotalsPanel(Ui ui, AccountsViewModel model, TokenTotalsViewModel tokens) {
    super(16, 16);
    this.ui = ui;
    this.model = model;
    this.tokens = tokens;
    setId("totals");
    model.total().addListener((o, was, is) -> show());
    tokens.sums().addListener((ListChangeListener<Sum>) c -> show());
    show();
  }

  /// Writes the amounts anew.
  void show() {
    getChildren().setAll(panel(model.chain().currency(), model.total().get()));
    tokens.sums().forEach(sum -> getChildren().add(panel(sum)));
  }

  private VBox panel(Sum sum) {
    Asset asset = sum.token().asset();
    VBox panel = panel(asset, sum.total());
    if (tokens.isFalse(sum.token())) {
      panel.getChildren().add(Build.wrapped(ui.text("asset.namesake", asset.symbol()), "problem"));
    }
    return panel;
  }

  private VBox panel(Asset asset, Total total) {
    HBox line =
        Build.row(
            8,
            Build.label(total.text(ui.words(), asset), "total"),
            Build.label(asset.symbol(), "muted"));
    line.setAlignment(Pos.BASELINE_LEFT);
    VBox panel =
        Build.column("panel", line, new Chip(total.weakest(), total.known(ui.words(), asset)));
    panel.setMaxWidth(440);
    return panel;
  }
}
