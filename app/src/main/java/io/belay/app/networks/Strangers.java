package io.belay.app.networks;

import io.belay.app.fx.Ui;
import io.belay.core.rpc.EndpointConfig;
import java.util.List;

/// Who would learn of a person by public endpoints, in a sentence.
final class Strangers {
  private static final int NAMED = 6;

  private Strangers() {}

  static String of(Ui ui, List<NetworkLine> lines) {
    List<String> names =
        lines.stream()
            .flatMap(line -> line.strangers().stream())
            .map(EndpointConfig::operator)
            .distinct()
            .sorted()
            .toList();
    if (names.isEmpty()) {
      return ui.text("first.public.nobody");
    }
    String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED
        ? ui.text("first.public.more", shown, names.size() - NAMED)
        : ui.text("first.public.all", shown);
  }
}
