package io.belay.app.connectivity;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Ui;
import io.belay.core.store.EgressRow;
import java.time.Instant;

/// Who was told what, in words.
final class EgressWords {
  private final Ui ui;

  EgressWords(Ui ui) {
    this.ui = ui;
  }

  /// A time in the past.
  String when(Instant at) {
    return new Phrases(ui.words()).when(at, ui.clock().instant());
  }

  /// How often.
  String requests(EgressRow row) {
    return row.requests() == 1
        ? ui.text("egress.request")
        : ui.text("egress.requests", Phrases.count(row.requests()));
  }

  /// The list as plain text, with exact times.
  String report(NetworkSheet sheet) {
    StringBuilder out = new StringBuilder(sheet.chain().name()).append('\n');
    for (EgressRow row : sheet.egress()) {
      out.append(
              ui.text(
                  "egress.line",
                  row.endpoint(),
                  row.account(),
                  row.first(),
                  row.last(),
                  requests(row)))
          .append('\n');
    }
    return out.toString();
  }
}
