package io.belay.core.practice;

import io.belay.base.Bytes32;
import io.belay.core.chain.Header;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A block with everything that belongs to it.
///
/// @param whole false for the block a compact snapshot begins with: its body is gone
/// @param index places of the transactions by hash
/// @param state after the block
record PracticeBlock(
    Header header,
    boolean whole,
    List<PracticeTx> txs,
    List<PracticeReceipt> receipts,
    Map<Bytes32, Integer> index,
    PracticeState state) {

  static PracticeBlock of(
      Header header, List<PracticeTx> txs, List<PracticeReceipt> receipts, PracticeState state) {
    Map<Bytes32, Integer> index = new HashMap<>();
    for (int i = 0; i < txs.size(); i++) {
      index.put(txs.get(i).hash(), i);
    }
    return new PracticeBlock(
        header, true, List.copyOf(txs), List.copyOf(receipts), Map.copyOf(index), state);
  }

  /// The first block kept by a snapshot; only the very first of a chain has a (void) body.
  static PracticeBlock first(Header header, PracticeState state) {
    return new PracticeBlock(header, header.number() == 0, List.of(), List.of(), Map.of(), state);
  }

  long number() {
    return header.number();
  }

  BigInteger baseFee() {
    return header.baseFee().orElseThrow().value();
  }

  /// Base fee of the block after this one.
  BigInteger nextBaseFee() {
    return PracticeGas.nextBaseFee(baseFee(), header.gasUsed(), header.gasLimit());
  }

  /// Where a transaction stands in the block.
  Optional<Integer> place(Bytes32 hash) {
    return Optional.ofNullable(index.get(hash));
  }
}
