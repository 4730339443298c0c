package io.belay.core.rpc;

import io.belay.base.TxHash;

/// Sends transactions that are signed already, by way of the journal, so that none is lost.
public interface RawSender {
  /// Sends.
  ///
  /// @param raw the signed bytes
  /// @return their keccak-256
  /// @throws io.belay.base.WalletException where they are no transaction of this chain, or every
  ///   endpoint refuses them
  TxHash send(byte[] raw) throws InterruptedException;
}
