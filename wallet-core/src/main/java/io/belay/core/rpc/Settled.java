package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The finalized block: it never goes back and never becomes another one (I3). What one group alone
/// says binds nobody; where at least two contradict what was settled, everything halts.
final class Settled {
  private final ChainMemory memory;
  private final InstantSource clock;
  private final boolean mustHold;
  // a height at which the groups have yet to confirm what was settled
  private volatile OptionalLong awaited = OptionalLong.empty();
  private List<String> contradiction = List.of();
  // the last one that at least two groups agreed on
  private Observed<BlockRef> settled;

  /// @param mustHold whether the chain's past stays; a practice chain may be started over
  Settled(ChainMemory memory, InstantSource clock, boolean mustHold) {
    this.memory = memory;
    this.clock = clock;
    this.mustHold = mustHold;
    this.settled = memory.finalized().orElseGet(() -> new Observed.Unknown<>("no-answer"));
    if (mustHold) {
      awaited = height(settled);
    }
  }

  private static OptionalLong height(Observed<BlockRef> known) {
    return known.maybe().stream().mapToLong(BlockRef::number).findFirst();
  }

  /// The height of a settled block that the groups are to be asked for: one from an earlier run, or
  /// one that was contradicted.
  OptionalLong awaited() {
    return awaited;
  }

  /// Whether a report contradicts what at least two groups settled.
  boolean isContradictedBy(HeadReport report) {
    return settled
        .maybe()
        .filter(
            ref -> report.hashAt(ref.number()).filter(hash -> !hash.equals(ref.hash())).isPresent())
        .isPresent();
  }

  /// Who says what, while at least two groups contradict a settled block; else empty.
  List<String> contradiction() {
    return contradiction;
  }

  /// Compares what groups say now with what was settled before.
  void recall(HeadVote vote) {
    if (awaited.isPresent()
        && vote.at(awaited.getAsLong())
            instanceof HeadVote.Verdict.Agreed(BlockRef ref, Set<String> groups)) {
      if (!contradicts(ref)) {
        awaited = OptionalLong.empty();
        contradiction = List.of();
      } else if (groups.size() >= 2) {
        contradiction = claims(ref, groups);
      }
    }
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
          contradicts(ref) ? contradicted(ref, groups) : agreed(ref, groups);
      case HeadVote.Verdict.Lone(BlockRef ref, String group) ->
          contradicts(ref) ? settled : new Observed.Single<>(ref, evidence(ref, Set.of(group)));
      case HeadVote.Verdict.Disputed(List<String> claims, boolean strong) -> {
        contradiction = strong && mustHold ? claims : contradiction;
        yield new Observed.Disputed<>(claims);
      }
      case HeadVote.Verdict.Silent s -> orElse(shown);
    };
  }

  private Observed<BlockRef> contradicted(BlockRef ref, Set<String> groups) {
    if (mustHold && groups.size() >= 2) {
      contradiction = claims(ref, groups);
      awaited = height(settled);
    }
    return new Observed.Disputed<>(claims(ref, groups));
  }

  /// What was settled, else what was shown.
  Observed<BlockRef> orElse(Observed<BlockRef> shown) {
    return settled.maybe().isPresent() ? settled : shown;
  }

  /// What groups agree on; but not while they contradict what was settled lower down.
  private Observed<BlockRef> agreed(BlockRef ref, Set<String> groups) {
    if (awaited.isPresent() && !contradiction.isEmpty()) {
      return new Observed.Disputed<>(contradiction);
    }
    contradiction = List.of();
    awaited = OptionalLong.empty();
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
