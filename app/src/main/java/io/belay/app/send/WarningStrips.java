package io.belay.app.send;

import io.belay.app.control.Strip;
import io.belay.app.control.TwinAddresses;
import io.belay.app.fx.Ui;
import io.belay.base.Address;
import io.belay.core.send.Warning;
import java.util.Comparator;
import java.util.List;

/// A plan's warnings as strips, those where money or keys are at stake first.
record WarningStrips(Ui ui, Address payee, PayeeWords payees) {
  List<Strip> of(List<Warning> warnings) {
    return warnings.stream()
        .sorted(Comparator.comparing(w -> isAdvice(w.code())))
        .map(this::strip)
        .toList();
  }

  /// A code that nobody told us of is no mere advice.
  private static boolean isAdvice(String code) {
    return switch (code) {
      case "first-time-recipient",
          "own-address",
          "single-view",
          "stale-view",
          "recipient-is-contract",
          "recipient-delegated",
          "pending-claim",
          "foreign-pending",
          "fee-too-low",
          "insufficient-for-fee",
          "data-fee-unknown" ->
          true;
      default -> false;
    };
  }

  private Strip strip(Warning warning) {
    String title = ui.words().warning(warning.code());
    Strip strip =
        isAdvice(warning.code())
            ? Strip.advice(title, detail(warning))
            : Strip.danger(title, detail(warning));
    strip.setId("warning-" + warning.code());
    warning
        .other()
        .ifPresent(other ->
            strip.showing(new TwinAddresses(ui, payee, other, payees.name(other).orElse(""))));
    return strip;
  }

  private String detail(Warning warning) {
    return warning.other().isPresent()
        ? ui.text("twins.detail")
        : ui.words().warningDetail(warning.code(), warning.facts());
  }
}
