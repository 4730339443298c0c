package io.belay.app.control;

import io.belay.base.Address;
import io.belay.core.money.Asset;
import java.util.Map;
import java.util.Optional;

/// Anybody can give a token any name: tells one that only bears a well-known token's.
public final class Namesake {
  private Namesake() {}

  /// The well-known token whose name an asset bears without being it; empty where it does not.
  ///
  /// @param known well-known tokens by their symbols
  public static Optional<Address> of(Asset asset, Map<String, Address> known) {
    return asset
        .contract()
        .flatMap(at ->
            known.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(asset.symbol()))
                .map(Map.Entry::getValue)
                .filter(real -> !real.equals(at))
                .findFirst());
  }
}
