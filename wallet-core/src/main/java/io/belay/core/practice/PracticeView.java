package io.belay.core.practice;

import io.belay.base.Bytes32;
import java.util.List;
import java.util.Optional;

/// The chain at one moment: the last blocks, oldest first, never empty. Immutable.
record PracticeView(List<PracticeBlock> blocks) {
  /// A mined transaction and where it stands.
  record Place(PracticeBlock block, int index) {
    PracticeTx tx() {
      return block.txs().get(index);
    }

    PracticeReceipt receipt() {
      return block.receipts().get(index);
    }
  }

  PracticeView {
    blocks = List.copyOf(blocks);
  }

  PracticeBlock head() {
    return blocks.getLast();
  }

  /// Height of the safe block.
  long safe() {
    return Math.max(0, head().number() - 2);
  }

  /// Height of the newest block no reorg may touch.
  long finalized() {
    return Math.max(0, head().number() - 4);
  }

  Optional<PracticeBlock> at(long number) {
    long place = number - blocks.getFirst().number();
    return place < 0 || place >= blocks.size()
        ? Optional.empty()
        : Optional.of(blocks.get((int) place)).filter(PracticeBlock::whole);
  }

  Optional<PracticeBlock> with(Bytes32 hash) {
    for (PracticeBlock block : blocks.reversed()) {
      if (block.whole() && block.header().hash().equals(hash)) {
        return Optional.of(block);
      }
    }
    return Optional.empty();
  }

  Optional<Place> find(Bytes32 tx) {
    for (PracticeBlock block : blocks.reversed()) {
      Optional<Integer> place = block.place(tx);
      if (place.isPresent()) {
        return Optional.of(new Place(block, place.get()));
      }
    }
    return Optional.empty();
  }
}
