package io.belay.core.rpc;

import io.belay.base.Bytes32;
import io.belay.core.chain.BlockRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts the groups' votes on the chain (connectivity.md, "Heads"). Pure: reports in, verdict out.
final class HeadVote {
  /// How far below the middle it is looked for a block that groups agree on.
  private static final List<Integer> STEPS = List.of(0, 1, 2, 3, 5, 8);

  private final Map<String, List<HeadReport>> byGroup;
  private final Set<String> trusted;

  /// @param byGroup the reports of each group's endpoints
  /// @param trusted groups whose word alone is enough
  HeadVote(Map<String, List<HeadReport>> byGroup, Set<String> trusted) {
    this.byGroup = byGroup;
    this.trusted = trusted;
  }

  /// The vote on what each endpoint said. Who only routes to others has no voice beside those who
  /// do not.
  static HeadVote of(Map<Endpoint, HeadReport> reports) {
    Map<String, List<HeadReport>> byGroup = new HashMap<>();
    Set<String> trusted = new TreeSet<>();
    Set<String> heard = Roster.groups(reports.keySet());
    reports.forEach((endpoint, report) -> {
      if (heard.contains(endpoint.group())) {
        byGroup.computeIfAbsent(endpoint.group(), g -> new ArrayList<>()).add(report);
      }
      if (endpoint.isTrusted()) {
        trusted.add(endpoint.group());
      }
    });
    return new HeadVote(byGroup, trusted);
  }

  /// How many groups have a say.
  int groups() {
    return byGroup.size();
  }

  /// Whether the user's own node is among these groups.
  boolean isTrusted(Set<String> groups) {
    return groups.stream().anyMatch(trusted::contains);
  }

  /// What the groups say of one height or tag.
  sealed interface Verdict {
    /// At least two groups, or the user's own node, name one hash.
    record Agreed(BlockRef block, Set<String> groups) implements Verdict {}

    /// Only one group says anything.
    record Lone(BlockRef block, String group) implements Verdict {}

    /// Groups name different hashes.
    ///
    /// @param claims who says what
    /// @param strong whether at least two groups stand behind each of two hashes
    record Disputed(List<String> claims, boolean strong) implements Verdict {}

    /// Nobody says anything.
    record Silent() implements Verdict {}

    /// The block that groups agree on, or that the only one there tells.
    default Optional<BlockRef> undisputed() {
      return switch (this) {
        case Agreed(BlockRef ref, Set<String> g) -> Optional.of(ref);
        case Lone(BlockRef ref, String g) -> Optional.of(ref);
        case Disputed d -> Optional.empty();
        case Silent s -> Optional.empty();
      };
    }
  }

  /// The middle of the groups' heights: at least half of them are there.
  Optional<Long> middleHead() {
    return middle(
        byGroup.values().stream()
            .map(list -> list.stream().mapToLong(r -> r.head().number()).max().orElse(0))
            .toList());
  }

  /// The middle of the groups' finalized heights.
  Optional<Long> middleFinalized() {
    return middle(
        byGroup.values().stream()
            .flatMap(list -> list.stream().flatMap(r -> r.finalized().stream()).limit(1))
            .map(BlockRef::number)
            .toList());
  }

  /// The middle of the groups' safe heights.
  Optional<Long> middleSafe() {
    return middle(
        byGroup.values().stream()
            .flatMap(list -> list.stream().flatMap(r -> r.safe().stream()).limit(1))
            .map(BlockRef::number)
            .toList());
  }

  /// The middles of both tags, which may be one.
  Set<Long> middleTags() {
    Set<Long> heights = new TreeSet<>();
    middleFinalized().ifPresent(heights::add);
    middleSafe().ifPresent(heights::add);
    return heights;
  }

  private static Optional<Long> middle(List<Long> heights) {
    List<Long> sorted = heights.stream().sorted(Comparator.reverseOrder()).toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  /// Which hash stands at a height.
  Verdict at(long height) {
    Map<Bytes32, Set<String>> votes = votes(height);
    List<Map.Entry<Bytes32, Set<String>>> strong =
        votes.entrySet().stream()
            .filter(e -> e.getValue().size() >= 2 || isTrusted(e.getValue()))
            .toList();
    if (strong.size() == 1) {
      var only = strong.getFirst();
      return new Verdict.Agreed(new BlockRef(height, only.getKey()), only.getValue());
    }
    if (votes.isEmpty()) {
      return new Verdict.Silent();
    }
    if (votes.size() == 1) {
      var only = votes.entrySet().iterator().next();
      return new Verdict.Lone(
          new BlockRef(height, only.getKey()), only.getValue().iterator().next());
    }
    return new Verdict.Disputed(claims(votes), strong.size() > 1);
  }

  private Map<Bytes32, Set<String>> votes(long height) {
    Map<Bytes32, Set<String>> votes = new TreeMap<>();
    byGroup.forEach((group, reports) -> {
      Set<Bytes32> hashes = new TreeSet<>();
      reports.forEach(report -> report.hashAt(height).ifPresent(hashes::add));
      // a group that contradicts itself has no vote
      if (hashes.size() == 1) {
        votes.computeIfAbsent(hashes.iterator().next(), h -> new TreeSet<>()).add(group);
      }
    });
    return votes;
  }

  private static List<String> claims(Map<Bytes32, Set<String>> votes) {
    List<String> claims = new ArrayList<>();
    votes.forEach((hash, groups) -> claims.add(hash + " by " + String.join(", ", groups)));
    return claims;
  }

  /// The full block of a ref: one whose hash was recomputed, since nobody can forge its other
  /// fields; else what most groups say is in it. Empty where as many say one thing as another.
  Optional<SeenBlock> block(BlockRef ref) {
    Map<SeenBlock, Set<String>> told = new HashMap<>();
    byGroup.forEach((group, reports) ->
        reports.stream()
            .flatMap(report -> report.block(ref.number()).stream())
            .filter(block -> block.ref().equals(ref))
            .forEach(block -> told.computeIfAbsent(block, b -> new TreeSet<>()).add(group)));
    Optional<SeenBlock> proven = told.keySet().stream().filter(SeenBlock::verified).findFirst();
    int most = told.values().stream().mapToInt(Set::size).max().orElse(0);
    List<SeenBlock> best =
        told.entrySet().stream()
            .filter(said -> said.getValue().size() == most)
            .map(Map.Entry::getKey)
            .toList();
    return proven.or(() -> best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty());
  }

  /// Heights worth looking at from the middle down.
  List<Long> candidates() {
    return middleHead().stream()
        .flatMap(top -> STEPS.stream().map(step -> top - step))
        .filter(height -> height >= 0)
        .toList();
  }
}
