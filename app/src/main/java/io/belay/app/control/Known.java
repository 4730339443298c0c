package io.belay.app.control;

import io.belay.base.Address;
import io.belay.core.money.Asset;
import io.belay.core.token.KnownToken;
import java.util.Map;

/// What this wallet knows beside a transaction's own bytes, so that it can be told in words.
///
/// @param currency the network's
/// @param tokens what tokens said of themselves, by their contracts
/// @param names of addresses, in the person's own words
public record Known(Asset currency, Map<Address, KnownToken> tokens, Map<Address, String> names) {
  /// Copies the maps.
  public Known {
    tokens = Map.copyOf(tokens);
    names = Map.copyOf(names);
  }

  /// Without names.
  public Known(Asset currency, Map<Address, KnownToken> tokens) {
    this(currency, tokens, Map.of());
  }
}
