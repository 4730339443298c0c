package io.belay.app.send;

import io.belay.app.fx.Ui;
import java.util.ArrayList;
import java.util.List;

/// Why the review is not open yet, in words. Pure.
record Missing(Ui ui, SendForm form) {
  /// `Still needed: recipient, amount`; blank where nothing is missing.
  String words() {
    List<String> missing = new ArrayList<>();
    missing(missing, form.from().get().isEmpty(), "send.missing.from");
    missing(missing, form.read().recipient().value().isEmpty(), "send.missing.to");
    missing(missing, form.asset().asset().get().isEmpty(), "send.missing.asset");
    missing(missing, form.read().units().value().isEmpty(), "send.missing.amount");
    missing(missing, form.fee().read().value().isEmpty(), "send.missing.fee");
    if (missing.isEmpty()) {
      missing(missing, form.intent().isEmpty(), "send.missing.more");
    }
    return missing.isEmpty() ? "" : ui.text("send.missing", String.join(", ", missing));
  }

  private void missing(List<String> missing, boolean is, String key) {
    if (is) {
      missing.add(ui.words().get(key));
    }
  }
}
