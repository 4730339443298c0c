package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The finalized block: it never goes back and never becomes another one (I3). What one group alone
/// says binds nobody.
final class Settled {
  private final ChainMemory memory;
  private final InstantSource clock;
  // the last one that at least two groups agreed on
  private Observed<BlockRef> settled;

  Settled(ChainMemory memory, InstantSource clock) {
    this.memory = memory;
    this.clock = clock;
    this.settled = memory.finalized().orElseGet(() -> new Observed.Unknown<>("no-answer"));
  }

  /// What is known without asking anybody.
  Observed<BlockRef> known() {
    return settled;
  }

  /// What is known now that groups had their say.
  ///
  /// @param verdict theirs on the height that their middle calls finalized
  /// @param shown what was shown before
  Observed<BlockRef> after(HeadVote.Verdict verdict, long height, Observed<BlockRef> shown) {
    if (settled.maybe().map(BlockRef::number).orElse(-1L) > height) {
      return settled;
    }
    return switch (verdict) {
      case HeadVote.Verdict.Agreed(BlockRef ref, Set<String> groups) ->
          contradicts(ref) ? new Observed.Disputed<>(claims(ref, groups)) : settle(ref, groups);
      case HeadVote.Verdict.Lone(BlockRef ref, String group) ->
          contradicts(ref) ? settled : new Observed.Single<>(ref, evidence(ref, Set.of(group)));
      case HeadVote.Verdict.Disputed(List<String> claims) -> new Observed.Disputed<>(claims);
      case HeadVote.Verdict.Silent s -> orElse(shown);
    };
  }

  /// What was settled, else what was shown.
  Observed<BlockRef> orElse(Observed<BlockRef> shown) {
    return settled.maybe().isPresent() ? settled : shown;
  }

  private Observed<BlockRef> settle(BlockRef ref, Set<String> groups) {
    Evidence evidence = evidence(ref, groups);
    if (!settled.maybe().equals(Optional.of(ref))) {
      memory.finalizedSeen(ref, evidence);
    }
    settled = new Observed.Agreed<>(ref, evidence);
    return settled;
  }

  private Evidence evidence(BlockRef ref, Set<String> groups) {
    return new Evidence(ref.number(), ref.hash(), List.copyOf(groups), clock.instant());
  }

  private boolean contradicts(BlockRef ref) {
    return settled.maybe().filter(s -> s.number() == ref.number() && !s.equals(ref)).isPresent();
  }

  private List<String> claims(BlockRef ref, Set<String> groups) {
    List<String> claims = new ArrayList<>();
    claims.add(ref.hash() + " by " + String.join(", ", groups));
    settled.maybe().ifPresent(s -> claims.add(s.hash() + " was final before"));
    return claims;
  }
}
