package io.belay.core.proof;

import io.belay.base.Rlp;

/// A receipt's bytes, made again from what JSON-RPC tells of it.
final class ReceiptBytes {
  private static final int BLOOM = 256;

  private ReceiptBytes() {}

  /// The leaf in a receipts trie.
  ///
  /// @throws io.belay.base.WalletException `bad-proof` for a missing or malformed member,
  ///   `cannot-prove` for an unknown type or a receipt from before EIP-658
  static byte[] of(RpcObject receipt) {
    int type = Envelope.type(receipt);
    if (!receipt.has("status")) {
      throw Envelope.cannotProve("a receipt without a status");
    }
    return Envelope.encode(
        type,
        Rlp.list(
            receipt.quantity("status"),
            receipt.quantity("cumulativeGasUsed"),
            receipt.bytes("logsBloom", BLOOM),
            receipt.objects("logs", ReceiptBytes::log)));
  }

  private static Rlp.Item log(RpcObject log) {
    return Rlp.list(log.address("address"), log.words("topics"), log.bytes("data"));
  }
}
