package io.belay.core.proof;

import io.belay.base.Rlp;
import java.util.ArrayList;
import java.util.List;

/// A transaction's bytes, made again from what JSON-RPC tells of it: types 0 (legacy), 1
/// (EIP-2930), 2 (EIP-1559), 3 (EIP-4844, as in a block: without blobs) and 4 (EIP-7702).
final class TxBytes {
  private TxBytes() {}

  /// The leaf in a transactions trie.
  ///
  /// @throws io.belay.base.WalletException `bad-proof` for a missing or malformed member,
  ///   `cannot-prove` for an unknown type
  static byte[] of(RpcObject tx) {
    int type = Envelope.type(tx);
    List<Rlp.Item> fields = new ArrayList<>(14);
    if (type > 0) {
      fields.add(tx.quantity("chainId"));
    }
    fields.add(tx.quantity("nonce"));
    if (type < 2) {
      fields.add(tx.quantity("gasPrice"));
    } else {
      fields.add(tx.quantity("maxPriorityFeePerGas"));
      fields.add(tx.quantity("maxFeePerGas"));
    }
    fields.add(tx.quantity("gas"));
    fields.add(tx.addressOrNone("to"));
    fields.add(tx.quantity("value"));
    fields.add(tx.bytes("input"));
    if (type > 0) {
      fields.add(tx.objects("accessList", TxBytes::access));
    }
    addOwn(type, tx, fields);
    fields.add(parity(type, tx));
    fields.add(tx.quantity("r"));
    fields.add(tx.quantity("s"));
    return Envelope.encode(type, Rlp.list(fields));
  }

  private static void addOwn(int type, RpcObject tx, List<Rlp.Item> fields) {
    if (type == 3) {
      fields.add(tx.quantity("maxFeePerBlobGas"));
      fields.add(tx.words("blobVersionedHashes"));
    } else if (type == 4) {
      fields.add(tx.objects("authorizationList", TxBytes::authorization));
    }
  }

  private static Rlp.Item access(RpcObject entry) {
    return Rlp.list(entry.address("address"), entry.words("storageKeys"));
  }

  private static Rlp.Item authorization(RpcObject entry) {
    return Rlp.list(
        entry.quantity("chainId"),
        entry.address("address"),
        entry.quantity("nonce"),
        parity(4, entry),
        entry.quantity("r"),
        entry.quantity("s"));
  }

  // older nodes call the parity of a typed transaction v
  private static Rlp.Item parity(int type, RpcObject signed) {
    return signed.quantity(type > 0 && signed.has("yParity") ? "yParity" : "v");
  }
}
