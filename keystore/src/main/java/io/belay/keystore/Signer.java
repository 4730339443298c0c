package io.belay.keystore;

import io.belay.base.Signature;
import io.belay.base.WalletException;

/// Signs for accounts of an unlocked vault. The only door from the wallet's core to keys.
public interface Signer {
  /// Signs what the payload says, deterministically (RFC 6979), with s in the lower half, after
  /// checking that the signature recovers to the account's address.
  ///
  /// @throws WalletException `vault-locked`, `unknown-account`, `practice-vault`
  Signature sign(AccountRef account, SigningPayload payload);
}
