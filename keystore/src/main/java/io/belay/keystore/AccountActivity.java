package io.belay.keystore;

import io.belay.base.Address;
import io.belay.base.WalletException;

/// Says whether an address was ever used; the wallet's core asks the chain.
@FunctionalInterface
public interface AccountActivity {
  /// Whether it has sent anything or owns anything.
  ///
  /// @throws WalletException `no-way-to-chain` where nobody can say: unknown is not unused
  boolean isUsed(Address address) throws InterruptedException;
}
