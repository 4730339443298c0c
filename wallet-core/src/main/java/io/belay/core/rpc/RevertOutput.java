package io.belay.core.rpc;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Finds the bytes that a reverted call returned in an error object: `data` at most nodes, with a
/// word before it at some, one level deeper at others.
final class RevertOutput {
  // no reason fills more; a stranger may send megabytes
  private static final int LONGEST = 2 + 2 * 8_192;

  private RevertOutput() {}

  /// The bytes as lower-case hex; empty where the error holds none.
  static Optional<String> of(JsonNode error) {
    JsonNode data = error.path("data");
    return List.of(data, data.path("data"), data.path("originalError").path("data")).stream()
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .flatMap(text -> hex(text).stream())
        .findFirst();
  }

  private static Optional<String> hex(String text) {
    int start = text.indexOf("0x");
    if (start < 0 || text.length() - start > LONGEST) {
      return Optional.empty();
    }
    String hex = text.substring(start).toLowerCase(Locale.ROOT);
    try {
      Hex.decode(hex);
      return Optional.of(hex);
    } catch (WalletException e) {
      return Optional.empty();
    }
  }
}
