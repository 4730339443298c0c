package io.belay.core.proof;

import static io.belay.core.proof.MerklePatricia.bad;

import io.belay.core.chain.Header;
import io.belay.core.chain.HeaderField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// The transactions of a block, all of them, as its header commits to them.
public final class BlockBody {
  private final List<byte[]> transactions;

  private BlockBody(List<byte[]> transactions) {
    this.transactions = transactions;
  }

  /// Makes every transaction's bytes again and holds them against the header's transactions root.
  ///
  /// @param header one whose hash the caller trusts
  /// @param block the result of `eth_getBlockByHash` with whole transactions
  /// @throws io.belay.base.WalletException `bad-proof` if the root is another or a member is
  ///   missing or malformed, `cannot-prove` if a transaction is of a type this Belay does not know
  public static BlockBody verify(Header header, JsonNode block) {
    JsonNode list = block.path("transactions");
    if (!list.isArray()) {
      throw bad("transactions is not a list");
    }
    List<byte[]> raw = new ArrayList<>(list.size());
    for (JsonNode tx : list) {
      raw.add(TxBytes.of(RpcObject.of(tx, "a transaction")));
    }
    return verify(header, raw);
  }

  /// Holds raw transactions, in the block's order, against the header's transactions root.
  ///
  /// @throws io.belay.base.WalletException `bad-proof` if the root is another
  public static BlockBody verify(Header header, List<byte[]> raw) {
    if (!OrderedTrie.root(raw).equals(header.root(HeaderField.TRANSACTIONS_ROOT))) {
      throw bad("these are not the block's transactions");
    }
    return new BlockBody(raw.stream().map(byte[]::clone).toList());
  }

  /// How many transactions the block has.
  public int size() {
    return transactions.size();
  }

  /// Where these very bytes stand, from zero; empty proves that they are not in the block.
  public OptionalInt indexOf(byte[] raw) {
    for (int i = 0; i < transactions.size(); i++) {
      if (Arrays.equals(transactions.get(i), raw)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
