package io.belay.app.nonces;

import io.belay.core.send.NonceChart;
import io.belay.core.store.AccountEntry;
import java.util.Optional;

/// One account's nonces.
///
/// @param account the account
/// @param chart what is where; empty where nobody can say
/// @param problem why nobody can say, or blank
public record NonceLane(AccountEntry account, Optional<NonceChart> chart, String problem) {
  /// Whether it is known that nothing is on its way.
  boolean isQuiet() {
    return chart.filter(known -> known.slots().isEmpty()).isPresent();
  }
}
