package io.belay.core.rpc;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The height at which groups are compared that call different blocks safe, or finalized. What each
/// has at the height in their middle comes with its next poll, so that nobody who reads waits.
final class ComparedHeight {
  // read by those who poll
  private volatile OptionalLong next = OptionalLong.empty();

  /// The height that the next polls ask for; empty where everybody said what he has.
  OptionalLong next() {
    return next;
  }

  /// The height to compare these reports at: the middle, where everybody said or was asked what he
  /// has there, else the one that came with the polls; empty where that is yet to come.
  OptionalLong of(Optional<Long> middle, Map<Endpoint, HeadReport> current) {
    OptionalLong before = next;
    next = OptionalLong.empty();
    if (middle.isEmpty() || isKnown(middle.get(), current)) {
      return middle.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
    next = OptionalLong.of(middle.get());
    return before.isPresent() && isKnown(before.getAsLong(), current)
        ? before
        : OptionalLong.empty();
  }

  private static boolean isKnown(long height, Map<Endpoint, HeadReport> current) {
    return current.values().stream().noneMatch(report -> report.isUnasked(height));
  }
}
