package io.belay.keystore.vault;

import io.belay.base.WalletException;

/// The rule for vault names: they are file names on every system, so `[a-z0-9-]{1,40}`.
final class VaultName {
  static final String SUFFIX = ".vault";

  private VaultName() {}

  static boolean fits(String name) {
    return name.matches("[a-z0-9-]{1,40}");
  }

  /// @throws WalletException `bad-vault-name`
  static String check(String name) {
    if (!fits(name)) {
      throw new WalletException(
          "bad-vault-name", "a vault's name has 1 to 40 of a-z, 0-9 and the hyphen");
    }
    return name;
  }
}
