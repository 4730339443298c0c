package io.belay.app.sign;

import io.belay.app.fx.Ui;
import io.belay.base.WalletException;

/// What went wrong with what was put in, in words.
record Troubles(Ui ui) {
  String of(WalletException e) {
    return switch (e.code()) {
      case "input-too-long" ->
          ui.text(
              "sign.too-long",
              SignInput.MOST_MESSAGE / 1024,
              SignInput.MOST_TYPED / 1024,
              TypedLines.MOST);
      // with the place where it is wrong; the names in it were checked
      case "bad-typed-data" -> ui.text("sign.bad-typed", ui.words().error(e), e.text());
      default -> ui.words().error(e);
    };
  }
}
