package io.belay.keystore.v3;

import io.belay.base.WalletException;

/// The refusals that a keystore file's bytes can earn.
final class Refusal {
  private Refusal() {}

  /// @param why one line, never quoting the file
  static WalletException bad(String why) {
    return new WalletException("bad-keystore", "this is no keystore that can be read: " + why);
  }

  static WalletException outOfBounds() {
    return new WalletException(
        "kdf-out-of-bounds", "the keystore asks for a key derivation outside the accepted bounds");
  }

  static WalletException needsMemory(long bytes) {
    return new WalletException(
        "kdf-needs-memory",
        "opening this keystore takes " + (bytes >> 20) + " MiB of memory, more than there is");
  }
}
