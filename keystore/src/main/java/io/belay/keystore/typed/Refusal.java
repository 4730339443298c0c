package io.belay.keystore.typed;

import io.belay.base.WalletException;

/// The one way typed data is refused.
final class Refusal {
  private Refusal() {}

  /// @param place where in the JSON, such as `message.to[2].wallet`; only of names that were
  ///   checked
  static WalletException at(String place, String why) {
    return new WalletException("bad-typed-data", place + ": " + why);
  }
}
