package io.belay.app.activity;

import io.belay.core.send.AttemptRow;
import io.belay.core.send.Ladder;
import java.util.List;

/// The ways out of the open network, as the user's policy has them.
@FunctionalInterface
public interface WaysOut {
  /// All of them, also those that are shut; nobody is asked anything. Reads the disk.
  ///
  /// @param attempts what endpoints said to the transaction so far
  Ladder ladder(List<AttemptRow> attempts);
}
