package io.belay.keystore.v3;

import io.belay.keystore.secret.SecretBytes;

/// The slow step from a password to a keystore's key. An interface so that a test can count calls.
interface Kdf {
  /// A key of the wanted length; the caller closes it.
  ///
  /// @throws io.belay.base.WalletException `kdf-needs-memory`, `cancelled`
  SecretBytes derive(SecretBytes password, KdfParams params, Progress progress);
}
