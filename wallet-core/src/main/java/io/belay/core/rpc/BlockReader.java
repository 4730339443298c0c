package io.belay.core.rpc;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// Finds blocks other than the head, by agreement of the groups, so that something can be read at
/// them.
final class BlockReader {
  private final HeadPoll poll;
  private final Supplier<List<Endpoint>> usable;

  /// @param usable whom to ask now, best first
  BlockReader(Chain chain, java.time.InstantSource clock, Supplier<List<Endpoint>> usable) {
    this.poll = new HeadPoll(chain, clock);
    this.usable = usable;
  }

  /// The view with the block that a JSON-RPC block parameter names as its head: a tag, a number, or
  /// an object with either (EIP-1898). Empty where it is not known.
  ///
  /// @throws io.belay.base.WalletException where it names no block
  Optional<View> pinned(View view, JsonNode block) throws InterruptedException {
    if (block.isObject()) {
      return block.has("blockHash")
          ? byHash(view, Bytes32.parse(block.path("blockHash").asString("")))
          : pinned(view, block.path("blockNumber"));
    }
    return switch (block.isMissingNode() || block.isNull() ? "latest" : block.asString("")) {
      case "latest", "pending" -> Optional.of(view).filter(v -> v.head().isPresent());
      case "earliest" -> byNumber(view, 0);
      case "safe" -> view.safe().isEmpty() ? Optional.empty() : same(view, view.safe().get());
      case "finalized" -> {
        Optional<BlockRef> ref = view.finalized().maybe();
        yield ref.isEmpty() ? Optional.empty() : same(view, ref.get());
      }
      default -> byNumber(view, Hex.toLong(block.asString("")));
    };
  }

  private Optional<View> same(View view, BlockRef ref) throws InterruptedException {
    return byNumber(view, ref.number())
        .filter(found -> found.head().map(SeenBlock::ref).equals(Optional.of(ref)));
  }

  private Optional<View> byNumber(View view, long number) throws InterruptedException {
    if (view.head().filter(head -> head.number() == number).isPresent()) {
      return Optional.of(view);
    }
    if (view.head().filter(head -> head.number() < number).isPresent()) {
      return Optional.empty(); // not there yet
    }
    return found(view, number, e -> poll.block(e, number, Ballot.ATTEMPT));
  }

  private Optional<View> byHash(View view, Bytes32 hash) throws InterruptedException {
    return view.head().filter(head -> head.ref().hash().equals(hash)).isPresent()
        ? Optional.of(view)
        : found(view, 0, e -> poll.block(e, hash, Ballot.ATTEMPT));
  }

  private Optional<View> found(View view, long number, Fanout.Attempt<SeenBlock> ask)
      throws InterruptedException {
    Observed<SeenBlock> block =
        new Agreement<>(ask, nothing -> false)
            .ask(usable.get(), view, new BlockRef(number, Bytes32.ZERO));
    Set<String> groups = block.proof().map(Evidence::groups).map(Set::copyOf).orElse(Set.of());
    return block
        .maybe()
        .map(found ->
            new View(
                Optional.of(found),
                groups,
                view.trusted(),
                List.of(),
                view.safe(),
                view.finalized(),
                view.at(),
                View.Turn.ONWARD));
  }
}
