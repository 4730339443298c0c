package io.belay.keystore.hd;

import io.belay.base.WalletException;

/// How wallets lay out the accounts of one mnemonic.
public enum PathScheme {
  /// BIP-44, `m/44'/60'/0'/0/n`: Belay, MetaMask, Trezor and most others.
  BIP_44,
  /// `m/44'/60'/n'/0/0`: Ledger Live.
  LEDGER_LIVE,
  /// `m/44'/60'/0'/n`: older Ledger and MyEtherWallet accounts.
  LEGACY;

  /// The n-th account's path.
  ///
  /// @throws WalletException `bad-path` for a negative index
  public HdPath path(int index) {
    if (index < 0) {
      throw new WalletException("bad-path", "an account's index is not negative");
    }
    return switch (this) {
      case BIP_44 -> HdPath.ethereum(index);
      case LEDGER_LIVE -> HdPath.parse("m/44'/60'/" + index + "'/0/0");
      case LEGACY -> HdPath.parse("m/44'/60'/0'/" + index);
    };
  }
}
