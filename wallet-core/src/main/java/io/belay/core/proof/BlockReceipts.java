package io.belay.core.proof;

import static io.belay.core.proof.MerklePatricia.bad;

import io.belay.core.chain.Header;
import io.belay.core.chain.HeaderField;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What became of the transactions of a block, as its header commits to it.
public final class BlockReceipts {
  private final List<Outcome> outcomes;

  private record Outcome(boolean success, long cumulative) {}

  private BlockReceipts(List<Outcome> outcomes) {
    this.outcomes = List.copyOf(outcomes);
  }

  /// Makes every receipt's bytes again and holds them against the header's receipts root.
  ///
  /// @param header one whose hash the caller trusts
  /// @param receipts the result of `eth_getBlockReceipts`, in the block's order
  /// @throws io.belay.base.WalletException `bad-proof` if the root is another or a member is
  ///   missing or malformed, `cannot-prove` if a receipt is of a type this Belay does not know
  public static BlockReceipts verify(Header header, JsonNode receipts) {
    if (!receipts.isArray()) {
      throw bad("receipts are not a list");
    }
    List<byte[]> leaves = new ArrayList<>(receipts.size());
    List<Outcome> outcomes = new ArrayList<>(receipts.size());
    for (JsonNode entry : receipts) {
      RpcObject receipt = RpcObject.of(entry, "a receipt");
      leaves.add(ReceiptBytes.of(receipt));
      outcomes.add(outcome(receipt));
    }
    if (!OrderedTrie.root(leaves).equals(header.root(HeaderField.RECEIPTS_ROOT))) {
      throw bad("these are not the block's receipts");
    }
    return new BlockReceipts(outcomes);
  }

  private static Outcome outcome(RpcObject receipt) {
    BigInteger gas = receipt.number("cumulativeGasUsed");
    if (gas.bitLength() > 62) {
      throw bad("cumulativeGasUsed is too large");
    }
    return new Outcome(receipt.number("status").equals(BigInteger.ONE), gas.longValue());
  }

  /// How many transactions the block has.
  public int size() {
    return outcomes.size();
  }

  /// Whether a transaction did what it asked for (EIP-658).
  ///
  /// @param index its place in the block
  public boolean success(int index) {
    return outcomes.get(index).success();
  }

  /// Gas a transaction used.
  ///
  /// @param index its place in the block
  public long gasUsed(int index) {
    long before = index == 0 ? 0 : outcomes.get(index - 1).cumulative();
    return outcomes.get(index).cumulative() - before;
  }
}
