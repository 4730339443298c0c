package io.belay.app.send;

import io.belay.app.fx.Ui;
import io.belay.core.money.Amount;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import java.util.Optional;

/// What is left of the asset after sending, in words; a dash while one of the two is not known.
/// What was known once only is no ground for saying that it does not suffice. Pure.
///
/// @param balance what the payer has of it
/// @param wanted how much is sent
/// @param all whether all of it is
record AfterSending(
    Ui ui, Asset currency, Observed<Wei> balance, Optional<Amount> wanted, boolean all) {
  String words() {
    if (balance.maybe().isEmpty() || wanted.isEmpty()) {
      return "—";
    }
    Asset asset = wanted.get().asset();
    if (all) {
      return asset.isToken()
          ? ui.text("send.after.token", "0 " + asset.symbol(), currency.symbol())
          : ui.text("send.after.all");
    }
    return left(asset, balance.maybe().get(), wanted.get().units());
  }

  private String left(Asset asset, Wei has, Wei wants) {
    String rest = ui.words().veil().over(asset.amount(has.minusOrZero(wants)));
    int enough = has.compareTo(wants);
    if (asset.isToken() && enough >= 0) {
      return ui.text("send.after.token", rest, currency.symbol());
    }
    if (enough > 0) {
      return ui.text("send.after.less", rest);
    }
    if (balance.level() == Observed.Level.STALE) {
      return "—";
    }
    return enough == 0
        ? ui.text("send.after.nofee")
        : ui.text(
            "send.after.missing", ui.words().veil().over(asset.amount(wants.minusOrZero(has))));
  }
}
