package io.belay.keystore.vault;

import io.belay.base.WalletException;

/// The refusals that a vault file's bytes can earn.
final class Damage {
  private Damage() {}

  static WalletException damaged(String why) {
    return new WalletException("vault-damaged", "the vault file is damaged: " + why);
  }

  static WalletException newer() {
    return new WalletException(
        "vault-newer", "the vault file was written by a newer version of the program");
  }

  /// The same damage, telling that the backup would open.
  static WalletException withGoodCopy(WalletException damage) {
    return new WalletException(
        damage.code(), damage.text() + "; a good copy is beside it (.bak)", damage);
  }
}
