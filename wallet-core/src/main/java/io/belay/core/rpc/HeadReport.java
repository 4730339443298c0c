package io.belay.core.rpc;

import io.belay.base.Bytes32;
import io.belay.core.chain.BlockRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What one endpoint said of the chain in one poll: its head, its finalized and safe blocks, and
/// whatever earlier blocks it was asked for with it or since.
///
/// @param head its newest block
/// @param finalized its finalized block, where it says one
/// @param safe its safe block, where it says one
/// @param earlier blocks by height that it was asked for; empty where it does not tell one
/// @param at when it answered
record HeadReport(
    SeenBlock head,
    Optional<BlockRef> finalized,
    Optional<BlockRef> safe,
    Map<Long, Optional<SeenBlock>> earlier,
    Instant at) {

  HeadReport {
    earlier = Map.copyOf(earlier);
  }

  HeadReport with(long height, Optional<SeenBlock> block) {
    Map<Long, Optional<SeenBlock>> more = new HashMap<>(earlier);
    more.put(height, block);
    return new HeadReport(head, finalized, safe, more, at);
  }

  Optional<SeenBlock> block(long height) {
    return height == head.number()
        ? Optional.of(head)
        : earlier.getOrDefault(height, Optional.empty());
  }

  /// Whether it is past a height and nobody asked it yet what it has there.
  boolean isUnasked(long height) {
    return head.number() > height && !earlier.containsKey(height) && hashAt(height).isEmpty();
  }

  /// The hash it vouches for at a height; a header vouches for its parent too.
  Optional<Bytes32> hashAt(long height) {
    if (height == head.number() - 1) {
      return Optional.of(head.parentHash());
    }
    return block(height)
        .map(b -> b.ref().hash())
        .or(() -> finalized.filter(f -> f.number() == height).map(BlockRef::hash))
        .or(() -> safe.filter(s -> s.number() == height).map(BlockRef::hash));
  }
}
