package io.belay.app.control;

import io.belay.base.Address;
import io.belay.core.money.Asset;
import io.belay.core.token.KnownToken;
import java.util.Map;

/// What this wallet knows beside a transaction's own bytes, so that it can be told in words.
///
/// @param currency the network's
/// @param tokens what tokens said of themselves, by their contracts
public record Known(Asset currency, Map<Address, KnownToken> tokens) {
  /// Copies the map.
  public Known {
    tokens = Map.copyOf(tokens);
  }
}
