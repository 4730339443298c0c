package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks for blocks that the groups agree on, and asks for those that a vote lacks.
final class HeadSearch {
  private static final Duration ATTEMPT = Duration.ofSeconds(4);
  private static final Duration LOOKUP = Duration.ofMillis(800);

  private final HeadPoll poll;

  HeadSearch(HeadPoll poll) {
    this.poll = poll;
  }

  /// The block to read from.
  ///
  /// @param block the block; empty where there is none, or it is disputed
  /// @param groups who vouches for it
  /// @param claims who says what where it is disputed
  record Tip(Optional<SeenBlock> block, Set<String> groups, List<String> claims) {}

  /// The highest block that groups agree on, from the middle of their heads down.
  Tip tip(HeadVote first, Map<Endpoint, HeadReport> current) throws InterruptedException {
    List<String> claims = List.of();
    Optional<HeadVote.Verdict.Lone> lone = Optional.empty();
    for (long height : first.candidates()) {
      lookUp(height, current, true);
      HeadVote vote = HeadVote.of(current);
      switch (vote.at(height)) {
        case HeadVote.Verdict.Agreed(BlockRef ref, Set<String> groups) -> {
          Optional<SeenBlock> block = vote.block(ref);
          if (block.isPresent()) {
            blameForgers(block.get(), current);
            return new Tip(block, groups, List.of());
          }
          claims = List.of("block " + ref.hash() + " is told in more than one way");
        }
        case HeadVote.Verdict.Lone found -> lone = lone.or(() -> Optional.of(found));
        case HeadVote.Verdict.Disputed(List<String> said, boolean s) -> claims = said;
        case HeadVote.Verdict.Silent s -> {}
      }
      if (lone.isPresent() && vote.groups() == 1) {
        break; // nobody else is there to agree with, at any height
      }
    }
    if (lone.isPresent() && claims.isEmpty()) {
      HeadVote vote = HeadVote.of(current);
      return new Tip(vote.block(lone.get().block()), Set.of(lone.get().group()), List.of());
    }
    return new Tip(Optional.empty(), Set.of(), claims);
  }

  /// A block whose hash was recomputed shows who told it otherwise.
  private static void blameForgers(SeenBlock proven, Map<Endpoint, HeadReport> current) {
    if (proven.verified()) {
      for (Map.Entry<Endpoint, HeadReport> entry : current.entrySet()) {
        Optional<SeenBlock> told = entry.getValue().block(proven.number());
        if (told.isPresent()
            && told.get().ref().equals(proven.ref())
            && !told.get().equals(proven)) {
          entry.getKey().blame("bad-header", "a block that is not the one its hash proves");
        }
      }
    }
  }

  /// Asks those that are past a height, and have not told its hash, for the block there.
  ///
  /// @param whole whether somebody must tell the block itself, not only its hash
  void lookUp(long height, Map<Endpoint, HeadReport> current, boolean whole)
      throws InterruptedException {
    List<Endpoint> missing = new ArrayList<>();
    List<Endpoint> told = new ArrayList<>();
    boolean full = false;
    for (Map.Entry<Endpoint, HeadReport> entry : current.entrySet()) {
      if (entry.getValue().hashAt(height).isPresent()) {
        told.add(entry.getKey());
        full |= entry.getValue().block(height).isPresent();
      } else if (entry.getValue().isUnasked(height)) {
        missing.add(entry.getKey());
      }
    }
    if (whole && !full) { // votes by parent hash only
      missing.addAll(told);
    }
    Map<Endpoint, SeenBlock> blocks =
        Fanout.gather(missing, e -> poll.block(e, height, ATTEMPT), LOOKUP, answers -> false);
    missing.forEach(endpoint ->
        current.computeIfPresent(
            endpoint, (e, r) -> r.with(height, Optional.ofNullable(blocks.get(e)))));
  }
}
