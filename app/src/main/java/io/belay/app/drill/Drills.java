package io.belay.app.drill;

import io.belay.core.practice.Drill;
import io.belay.core.practice.DrillReport;
import io.belay.core.practice.Fault;
import java.util.Optional;

/// Drills of one network. Methods block and belong on a background thread.
public interface Drills {
  /// The report of the last drill, whenever that was.
  Optional<DrillReport> last();

  /// Holds a drill and keeps its report; interrupting ends it and keeps the one before.
  ///
  /// @param only plays the scenes with this fault; all the usual ones where empty
  /// @throws io.belay.base.WalletException `unknown-fault`, `nothing-to-drill`
  DrillReport run(Optional<Fault> only, Drill.Listener listener) throws InterruptedException;
}
