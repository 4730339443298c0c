package io.belay.app.accounts;

import io.belay.base.Address;

/// Gives practice money.
public interface Faucet {
  /// Sends ten practice ether by a real practice transaction.
  void give(Address to);
}
