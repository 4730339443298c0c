package io.belay.core.proof;

import io.belay.base.TxHash;
import tools.jackson.databind.JsonNode;

/// What an endpoint claims a transaction to be. The hash that it names proves nothing: it is made
/// again from all the fields, signature included.
public final class TxClaim {
  private TxClaim() {}

  /// The hash of what the fields amount to.
  ///
  /// @param transaction the result of `eth_getTransactionByHash`
  /// @throws io.belay.base.WalletException `bad-proof` for a missing or malformed member,
  ///   `cannot-prove` for an unknown type
  public static TxHash hash(JsonNode transaction) {
    return TxHash.ofRaw(bytes(transaction));
  }

  /// The signed bytes that the fields amount to.
  ///
  /// @param transaction as a member of a block with whole transactions
  /// @throws io.belay.base.WalletException as [#hash]
  public static byte[] bytes(JsonNode transaction) {
    return TxBytes.of(RpcObject.of(transaction, "a transaction"));
  }
}
