package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.state.Evidence;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// Numbers in and out.
final class Numbers {
  private Numbers() {}

  /// A whole number within bounds.
  ///
  /// @param what it is, for the message
  /// @throws WalletException `bad-number`
  static long whole(String text, String what, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new WalletException("bad-number", message(what, least, most), e);
    }
    throw new WalletException("bad-number", message(what, least, most));
  }

  private static String message(String what, long least, long most) {
    return what + " is a whole number from " + least + " to " + most;
  }

  /// Seconds, with a point if need be.
  static Duration seconds(String text, String what) {
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= 0 && seconds <= 1_000_000) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      throw new WalletException("bad-number", what + " is a number of seconds", e);
    }
    throw new WalletException("bad-number", what + " is a number of seconds, at most 1000000");
  }

  /// Adds what stands behind a value.
  static void evidence(ObjectNode node, Evidence evidence, Instant now) {
    node.putObject("block")
        .put("number", evidence.blockNumber())
        .put("hash", evidence.blockHash().toString());
    evidence.groups().forEach(node.putArray("groups")::add);
    node.put("ageMs", evidence.age(now).toMillis());
  }
}
