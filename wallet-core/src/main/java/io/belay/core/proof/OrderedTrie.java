package io.belay.core.proof;

import io.belay.base.Bytes32;
import io.belay.base.Rlp;
import io.belay.base.WalletException;
import java.util.List;

/// Roots of lists, as a block header commits to its transactions, receipts and withdrawals: a trie
/// from RLP(index) to the item.
public final class OrderedTrie {
  private OrderedTrie() {}

  /// The root of the items in their order.
  ///
  /// @throws WalletException `bad-proof` for an empty item: a trie would not hold it, and a longer
  ///   list would have a shorter one's root
  public static Bytes32 root(List<byte[]> items) {
    Trie trie = Trie.empty();
    for (int i = 0; i < items.size(); i++) {
      byte[] item = items.get(i);
      if (item.length == 0) {
        throw MerklePatricia.bad("a list has an empty item");
      }
      trie = trie.put(Rlp.encode(Rlp.of(i)), item);
    }
    return trie.root();
  }
}
