package io.belay.core.money;

import io.belay.base.ChainId;

/// What an amount is an amount of: a chain's native currency.
///
/// @param chainId where it lives
/// @param symbol for people, such as ETH
/// @param decimals digits after the point, 0..77
public record Asset(ChainId chainId, String symbol, int decimals) {
  /// Checks the decimals.
  public Asset {
    if (decimals < 0 || decimals > 77) {
      throw new IllegalArgumentException("decimals are 0..77");
    }
  }

  /// An amount of this asset.
  public Amount amount(Wei units) {
    return new Amount(this, units);
  }
}
