package io.belay.app.control;

import io.belay.app.fx.Words;
import io.belay.core.send.Reveals;
import java.util.List;

/// What a way out reveals and to whom, in sentences; also the command line's.
///
/// @param words the language
public record RevealsWords(Words words) {
  /// One to five sentences.
  public String of(Reveals reveals) {
    String place = words.get(reveals.proxied() ? "reveals.address.proxy" : "reveals.address.own");
    String who = names(reveals.operators());
    String told = words.get("reveals." + reveals.code().word(), who, place);
    return reveals.trackers().isEmpty()
        ? told
        : words.get("reveals.trackers", told, names(reveals.trackers()));
  }

  private static String names(List<String> operators) {
    return String.join(", ", operators);
  }
}
