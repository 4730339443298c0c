package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The chain as the engine sees it at one moment; all reads of one send are pinned to one view.
///
/// @param head the block that is read from; empty when there is none or it is disputed
/// @param groups the groups that vouch for the head
/// @param trusted whether the user's own node is one of them
/// @param claims what groups say where they contradict each other
/// @param safe the safe block, where it is known
/// @param finalized the finalized block and how it is known
/// @param at when the view was made
/// @param turn what happened to the chain since the view before
public record View(
    Optional<SeenBlock> head,
    Set<String> groups,
    boolean trusted,
    List<String> claims,
    Optional<BlockRef> safe,
    Observed<BlockRef> finalized,
    Instant at,
    Turn turn) {

  /// What happened to the chain between two views.
  public enum Turn {
    /// It went on.
    ONWARD,
    /// The head is lower than one shown before: the chain was reorganised, or whoever showed the
    /// higher one was wrong.
    BACK,
    /// A finalized block is contradicted by at least two groups: nothing is read and nothing is
    /// sent until they agree again (connectivity.md, HALT).
    HALT
  }

  /// Copies the collections.
  public View {
    groups = Set.copyOf(groups);
    claims = List.copyOf(claims);
  }

  static View nothing(Observed<BlockRef> finalized, Instant at) {
    return new View(
        Optional.empty(), Set.of(), false, List.of(), Optional.empty(), finalized, at, Turn.ONWARD);
  }

  /// Nothing can be relied on.
  ///
  /// @param claims who says what about the finalized block
  static View halted(List<String> claims, Instant at) {
    return new View(
        Optional.empty(),
        Set.of(),
        false,
        claims,
        Optional.empty(),
        new Observed.Disputed<>(claims),
        at,
        Turn.HALT);
  }

  View steppedBack() {
    return new View(head, groups, trusted, claims, safe, finalized, at, Turn.BACK);
  }

  /// Whether at least two groups, or the user's own node, vouch for the head.
  public boolean isAgreed() {
    return groups.size() >= 2 || trusted;
  }

  /// How a report goes with the head. One who is a block behind is compared by the head's parent.
  EndpointStatus.Voice voice(HeadReport report) {
    if (head.isEmpty()) {
      return claims.isEmpty() ? EndpointStatus.Voice.UNKNOWN : EndpointStatus.Voice.CONTRADICTS;
    }
    SeenBlock tip = head.get();
    Optional<Boolean> same =
        report
            .hashAt(tip.number())
            .map(tip.ref().hash()::equals)
            .or(() -> report.hashAt(tip.number() - 1).map(tip.parentHash()::equals));
    if (same.isEmpty()) {
      return EndpointStatus.Voice.UNKNOWN;
    }
    if (!same.get()) {
      return EndpointStatus.Voice.CONTRADICTS;
    }
    return isAgreed() ? EndpointStatus.Voice.AGREES : EndpointStatus.Voice.ALONE;
  }

  /// The head and how it is known.
  public Observed<BlockRef> headObserved() {
    if (head.isEmpty()) {
      return claims.isEmpty()
          ? new Observed.Unknown<>("no-answer")
          : new Observed.Disputed<>(claims);
    }
    BlockRef ref = head.get().ref();
    Evidence evidence = evidence(ref);
    return isAgreed() ? new Observed.Agreed<>(ref, evidence) : new Observed.Single<>(ref, evidence);
  }

  /// Something proven against the head's header. The proof may be right and one group alone vouch
  /// for the header, or the header's hash not be one that Belay can recompute.
  <T> Observed<T> proven(T value) {
    Evidence evidence = evidence(head.orElseThrow().ref());
    if (!isAgreed()) {
      return new Observed.Single<>(value, evidence);
    }
    return head.get().verified()
        ? new Observed.Proven<>(value, evidence)
        : new Observed.Agreed<>(value, evidence);
  }

  /// Evidence of the groups that vouch for the head.
  Evidence evidence(BlockRef ref) {
    return new Evidence(ref.number(), ref.hash(), List.copyOf(groups), at);
  }
}
