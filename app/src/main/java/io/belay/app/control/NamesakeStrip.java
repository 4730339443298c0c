package io.belay.app.control;

import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.money.Asset;

/// Says that a token only calls itself what a well-known one is called, and where that one is.
public final class NamesakeStrip {
  private NamesakeStrip() {}

  /// The warning.
  ///
  /// @param token the one that bears the name
  /// @param real the well-known one's contract
  public static Strip of(Ui ui, Asset token, Address real) {
    return Strip.danger(ui.text("asset.namesake", token.symbol()), ui.text("asset.namesake.detail"))
        .showing(new FullAddress(real));
  }
}
