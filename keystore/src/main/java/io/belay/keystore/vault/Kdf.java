package io.belay.keystore.vault;

import io.belay.keystore.secret.SecretBytes;

/// The slow step from a password to key material. An interface so that a test can count calls.
interface Kdf {
  /// 64 bytes; the caller closes them.
  ///
  /// @throws io.belay.base.WalletException `kdf-needs-memory`
  SecretBytes derive(SecretBytes password, KdfCost cost, byte[] salt);
}
