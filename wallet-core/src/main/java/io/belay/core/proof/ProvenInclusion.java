package io.belay.core.proof;

import static io.belay.core.proof.MerklePatricia.bad;

import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Header;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// A transaction's place in a block and what became of it, both under the block's header.
///
/// @param block the block
/// @param index place among the block's transactions, from zero
/// @param success whether it did what it asked for; a reverted one is included all the same
/// @param gasUsed gas it used
public record ProvenInclusion(BlockRef block, int index, boolean success, long gasUsed) {
  /// Proves that these very bytes are in a block, or, by an empty answer, that they are not. A
  /// receipt alone names no transaction, so both roots are made again from all that the block
  /// holds.
  ///
  /// @param header one whose hash the caller trusts
  /// @param block the result of `eth_getBlockByHash` with whole transactions
  /// @param receipts the result of `eth_getBlockReceipts`
  /// @param raw the signed transaction's bytes
  /// @throws io.belay.base.WalletException `bad-proof` if either is not the block's, `cannot-prove`
  ///   if the block has a type of transaction this Belay does not know
  public static Optional<ProvenInclusion> of(
      Header header, JsonNode block, JsonNode receipts, byte[] raw) {
    OptionalInt index = BlockBody.verify(header, block).indexOf(raw);
    if (index.isEmpty()) {
      return Optional.empty();
    }
    BlockReceipts outcomes = BlockReceipts.verify(header, receipts);
    int at = index.getAsInt();
    if (at >= outcomes.size()) {
      throw bad("a block with fewer receipts than transactions");
    }
    return Optional.of(
        new ProvenInclusion(header.ref(), at, outcomes.success(at), outcomes.gasUsed(at)));
  }
}
