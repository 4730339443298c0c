package io.belay.core.money;

import io.belay.base.Address;
import io.belay.base.ChainId;
import java.util.Optional;

/// What an amount is an amount of: a chain's native currency, or a token (EIP-20).
///
/// @param chainId where it lives
/// @param symbol for people, such as ETH; a token's is what its contract says of itself
/// @param decimals digits after the point, 0..77
/// @param contract the token's contract; empty for the chain's own currency
public record Asset(ChainId chainId, String symbol, int decimals, Optional<Address> contract) {
  /// Checks the decimals.
  public Asset {
    if (decimals < 0 || decimals > 77) {
      throw new IllegalArgumentException("decimals are 0..77");
    }
  }

  /// A chain's own currency.
  public Asset(ChainId chainId, String symbol, int decimals) {
    this(chainId, symbol, decimals, Optional.empty());
  }

  /// A token.
  public static Asset token(ChainId chainId, Address contract, String symbol, int decimals) {
    return new Asset(chainId, symbol, decimals, Optional.of(contract));
  }

  /// Whether it is a token.
  public boolean isToken() {
    return contract.isPresent();
  }

  /// An amount of this asset.
  public Amount amount(Wei units) {
    return new Amount(this, units);
  }
}
