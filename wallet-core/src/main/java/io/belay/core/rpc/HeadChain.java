package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The chain's tip, safe and finalized blocks as the independent groups agree on them, polled from
/// all endpoints at once. One round at a time; a round ends as soon as waiting longer could not
/// matter.
public final class HeadChain {
  private static final Duration ATTEMPT = Duration.ofSeconds(4);
  private static final Duration SETTLE = Duration.ofMillis(400);
  private static final Duration LONE_SETTLE = Duration.ofMillis(1200);
  private static final Duration LOOKUP = Duration.ofMillis(800);

  private final Chain chain;
  private final List<Endpoint> endpoints;
  private final ChainMemory memory;
  private final InstantSource clock;
  private final HeadPoll poll;
  private final ReentrantLock round = new ReentrantLock();
  private final Map<Endpoint, HeadReport> reports = new ConcurrentHashMap<>();
  private volatile View view;
  // the last finalized block that at least two groups agreed on; guarded by `round`
  private Observed<BlockRef> settled;

  /// Heads of one chain from these endpoints.
  public HeadChain(Chain chain, List<Endpoint> endpoints, ChainMemory memory, InstantSource clock) {
    this.chain = chain;
    this.endpoints = List.copyOf(endpoints);
    this.memory = memory;
    this.clock = clock;
    this.poll = new HeadPoll(chain, clock);
    this.settled = memory.finalized().orElseGet(() -> new Observed.Unknown<>("no-answer"));
    this.view = View.nothing(settled, Instant.MIN);
  }

  /// The last view, however old.
  public View last() {
    return view;
  }

  /// A view not older than this; asks the endpoints if need be.
  public View atMost(Duration age) throws InterruptedException {
    round.lockInterruptibly();
    try {
      View now = view;
      boolean fresh = now.head().isPresent() && !now.at().plus(age).isBefore(clock.instant());
      return fresh ? now : ask();
    } finally {
      round.unlock();
    }
  }

  /// Asks all endpoints now.
  public View refresh() throws InterruptedException {
    round.lockInterruptibly();
    try {
      return ask();
    } finally {
      round.unlock();
    }
  }

  private View ask() throws InterruptedException {
    Instant start = clock.instant();
    Map<Endpoint, HeadReport> fresh =
        Fanout.gather(
            askable(), e -> poll.ask(e, ATTEMPT), ATTEMPT, answers -> enough(answers, start));
    reports.clear();
    reports.putAll(fresh);
    View next = decide(voters(fresh));
    if (next.head().isPresent() && next.head().get().number() < shownHeight() && isRecent()) {
      next = view; // I2: a lower tip within seconds is somebody's lag, not the chain's
    }
    view = next;
    return next;
  }

  private long shownHeight() {
    return view.head().map(SeenBlock::number).orElse(-1L);
  }

  private boolean isRecent() {
    return view.isAgreed() && view.at().plus(staleAfter()).isAfter(clock.instant());
  }

  /// Endpoints whose pause is over; all of them if every one is paused, so that the last is never
  /// shut.
  private List<Endpoint> askable() {
    List<Endpoint> open = endpoints.stream().filter(e -> e.health().mayAsk()).toList();
    return open.isEmpty() ? endpoints : open;
  }

  private boolean enough(Map<Endpoint, HeadReport> answers, Instant start) {
    Duration waited = Duration.between(start, clock.instant());
    Map<String, List<HeadReport>> grouped = HeadVote.byGroup(voters(answers));
    if (grouped.size() < 2) {
      return grouped.size() == 1 && waited.compareTo(LONE_SETTLE) > 0;
    }
    return waited.compareTo(SETTLE) > 0 || grouped.size() > groups() * 3 / 4;
  }

  /// Number of groups in all.
  int groups() {
    return (int) endpoints.stream().map(Endpoint::group).distinct().count();
  }

  /// Reports that count: not those of endpoints set aside for lying, unless nobody else is left.
  private static Map<Endpoint, HeadReport> voters(Map<Endpoint, HeadReport> all) {
    Map<Endpoint, HeadReport> honest = new HashMap<>(all);
    honest.keySet().removeIf(e -> e.health().isAside());
    return honest.isEmpty() ? all : honest;
  }

  private View decide(Map<Endpoint, HeadReport> voters) throws InterruptedException {
    Map<Endpoint, HeadReport> current = withoutLaggards(voters);
    HeadVote vote = new HeadVote(HeadVote.byGroup(current));
    Tip tip = tip(vote, current);
    Optional<BlockRef> safe = Optional.empty();
    if (vote.middleSafe().isPresent()) {
      safe = agreed(vote.middleSafe().get(), current);
    }
    return new View(
        tip.block(), tip.groups(), tip.claims(), safe, finalized(vote, current), clock.instant());
  }

  private record Tip(Optional<SeenBlock> block, Set<String> groups, List<String> claims) {}

  private Tip tip(HeadVote first, Map<Endpoint, HeadReport> current) throws InterruptedException {
    List<String> claims = List.of();
    Optional<HeadVote.Verdict.Lone> lone = Optional.empty();
    for (long height : first.candidates()) {
      lookUp(height, current);
      HeadVote vote = new HeadVote(HeadVote.byGroup(current));
      switch (vote.at(height)) {
        case HeadVote.Verdict.Agreed(BlockRef ref, Set<String> groups) -> {
          return new Tip(vote.block(ref), groups, List.of());
        }
        case HeadVote.Verdict.Lone found -> lone = lone.or(() -> Optional.of(found));
        case HeadVote.Verdict.Disputed(List<String> said) -> claims = said;
        case HeadVote.Verdict.Silent s -> {}
      }
    }
    if (lone.isPresent() && claims.isEmpty()) {
      HeadVote vote = new HeadVote(HeadVote.byGroup(current));
      return new Tip(vote.block(lone.get().block()), Set.of(lone.get().group()), List.of());
    }
    return new Tip(Optional.empty(), Set.of(), claims);
  }

  private Optional<BlockRef> agreed(long height, Map<Endpoint, HeadReport> current)
      throws InterruptedException {
    lookUp(height, current);
    return switch (new HeadVote(HeadVote.byGroup(current)).at(height)) {
      case HeadVote.Verdict.Agreed(BlockRef ref, Set<String> g) -> Optional.of(ref);
      case HeadVote.Verdict.Lone(BlockRef ref, String g) -> Optional.of(ref);
      case HeadVote.Verdict.Disputed d -> Optional.empty();
      case HeadVote.Verdict.Silent s -> Optional.empty();
    };
  }

  /// The finalized block never goes back and never changes (I3); what one group alone says binds
  /// nobody.
  private Observed<BlockRef> finalized(HeadVote vote, Map<Endpoint, HeadReport> current)
      throws InterruptedException {
    Observed<BlockRef> known = settled.maybe().isPresent() ? settled : view.finalized();
    if (vote.middleFinalized().isEmpty()) {
      return known;
    }
    long height = vote.middleFinalized().get();
    lookUp(height, current);
    if (settled.maybe().map(BlockRef::number).orElse(-1L) > height) {
      return settled;
    }
    return switch (new HeadVote(HeadVote.byGroup(current)).at(height)) {
      case HeadVote.Verdict.Agreed(BlockRef ref, Set<String> groups) ->
          contradictsSettled(ref)
              ? new Observed.Disputed<>(claims(ref, groups))
              : settle(ref, groups);
      case HeadVote.Verdict.Lone(BlockRef ref, String group) ->
          contradictsSettled(ref)
              ? settled
              : new Observed.Single<>(
                  ref, new Evidence(ref.number(), ref.hash(), List.of(group), clock.instant()));
      case HeadVote.Verdict.Disputed(List<String> claims) -> new Observed.Disputed<>(claims);
      case HeadVote.Verdict.Silent s -> known;
    };
  }

  private Observed<BlockRef> settle(BlockRef ref, Set<String> groups) {
    Evidence evidence =
        new Evidence(ref.number(), ref.hash(), List.copyOf(groups), clock.instant());
    if (!settled.maybe().equals(Optional.of(ref))) {
      memory.finalizedSeen(ref, evidence);
    }
    settled = new Observed.Agreed<>(ref, evidence);
    return settled;
  }

  private boolean contradictsSettled(BlockRef ref) {
    return settled.maybe().filter(s -> s.number() == ref.number() && !s.equals(ref)).isPresent();
  }

  private List<String> claims(BlockRef ref, Set<String> groups) {
    List<String> claims = new ArrayList<>();
    claims.add(ref.hash() + " by " + String.join(", ", groups));
    settled.maybe().ifPresent(s -> claims.add(s.hash() + " was final before"));
    return claims;
  }

  /// Asks those that are past a height, and have not told its hash, for the block there.
  private void lookUp(long height, Map<Endpoint, HeadReport> current) throws InterruptedException {
    List<Endpoint> missing = new ArrayList<>();
    Set<String> told = new HashSet<>();
    boolean full = false;
    for (Map.Entry<Endpoint, HeadReport> entry : current.entrySet()) {
      if (entry.getValue().hashAt(height).isPresent()) {
        told.add(entry.getKey().group());
        full |= entry.getValue().block(height).isPresent();
      } else if (entry.getValue().head().number() > height) {
        missing.add(entry.getKey());
      }
    }
    if (!full
        && !told.isEmpty()) { // votes by parent hash only: somebody must tell the block itself
      current.keySet().stream().filter(e -> told.contains(e.group())).forEach(missing::add);
    }
    Fanout.gather(missing, e -> poll.block(e, height, ATTEMPT), LOOKUP, answers -> false)
        .forEach((endpoint, block) -> current.computeIfPresent(endpoint, (e, r) -> r.with(block)));
  }

  private Map<Endpoint, HeadReport> withoutLaggards(Map<Endpoint, HeadReport> voters) {
    Map<Endpoint, HeadReport> current = new HashMap<>(voters);
    new HeadVote(HeadVote.byGroup(voters))
        .middleHead()
        .flatMap(height ->
            voters.values().stream()
                .map(HeadReport::head)
                .filter(head -> head.number() == height)
                .findFirst())
        .ifPresent(middle -> current.values().removeIf(r -> !behind(r.head(), middle).isZero()));
    return current;
  }

  /// How far one block is behind another, zero within the tolerance of 3 blocks or 15 s.
  private Duration behind(SeenBlock block, SeenBlock tip) {
    Duration lag = Duration.ofSeconds(Math.max(0, tip.timestamp() - block.timestamp()));
    return lag.compareTo(staleAfter()) > 0 ? lag : Duration.ZERO;
  }

  private Duration staleAfter() {
    Duration blocks = chain.blockTime().multipliedBy(3);
    Duration floor = Duration.ofSeconds(15);
    return blocks.compareTo(floor) > 0 ? blocks : floor;
  }

  /// The height an endpoint reported last.
  OptionalLong height(Endpoint endpoint) {
    HeadReport report = reports.get(endpoint);
    return report == null ? OptionalLong.empty() : OptionalLong.of(report.head().number());
  }

  /// How far an endpoint's head is behind the agreed one; empty where it did not answer.
  Optional<Duration> behind(Endpoint endpoint) {
    HeadReport report = reports.get(endpoint);
    if (report == null) {
      return Optional.empty();
    }
    return Optional.of(view.head().map(tip -> behind(report.head(), tip)).orElse(Duration.ZERO));
  }

  /// Whether an endpoint answered the last round.
  boolean isReporting(Endpoint endpoint) {
    return reports.containsKey(endpoint);
  }

  /// The chain.
  public Chain chain() {
    return chain;
  }
}
