package io.belay.core.state;

import io.belay.base.Bytes32;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What stands behind an observed value.
///
/// @param blockNumber height of the block the value was read at
/// @param blockHash hash of that block
/// @param groups names of the independent groups that stand behind it, sorted
/// @param readAt when it was read
public record Evidence(long blockNumber, Bytes32 blockHash, List<String> groups, Instant readAt) {
  /// Copies and sorts the groups.
  public Evidence {
    groups = groups.stream().sorted().distinct().toList();
  }

  /// Time since it was read; never negative.
  public Duration age(Instant now) {
    Duration age = Duration.between(readAt, now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
