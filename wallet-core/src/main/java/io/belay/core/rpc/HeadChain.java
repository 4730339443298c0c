package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.state.Observed;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The chain's tip, safe and finalized blocks as the independent groups agree on them. One round of
/// questions at a time.
public final class HeadChain {
  private static final Duration ATTEMPT = Duration.ofSeconds(4);
  private static final Duration LOOKUP = Duration.ofMillis(800);
  private static final Duration LONGEST_QUEUE = Duration.ofSeconds(30);

  private final Chain chain;
  private final List<Endpoint> endpoints;
  private final Timing timing;
  private final HeadPoll poll;
  private final HeadRounds rounds;
  // holds one token: whoever has it asks
  private final Timing.Inbox<Boolean> turn;
  private volatile View view;
  // guarded by `turn`
  private final Settled settled;

  /// Heads of one chain from these endpoints.
  public HeadChain(Chain chain, List<Endpoint> endpoints, ChainMemory memory, Timing timing) {
    this.chain = chain;
    this.endpoints = List.copyOf(endpoints);
    this.timing = timing;
    this.poll = new HeadPoll(chain, timing);
    this.rounds = new HeadRounds(this.endpoints, poll, timing);
    this.turn = timing.inbox();
    turn.put(true);
    this.settled = new Settled(memory, timing);
    this.view = View.nothing(settled.known(), Instant.MIN);
  }

  /// The last view, however old.
  public View last() {
    return view;
  }

  /// A view not older than this; asks as many endpoints as it takes if need be.
  public View atMost(Duration age) throws InterruptedException {
    View known = view;
    if (isFresh(known, age) && known.isAgreed()) {
      return known; // whoever asks for a newer one right now keeps nobody waiting
    }
    return inTurn(() -> {
      View now = view;
      if (!isFresh(now, age)) {
        return next(rounds.ask(false));
      }
      return now.isAgreed() || !isNews(now) ? now : next(Map.copyOf(rounds.reports()));
    });
  }

  private boolean isFresh(View seen, Duration age) {
    return seen.head().isPresent() && !seen.at().plus(age).isBefore(timing.instant());
  }

  /// Asks all endpoints now, and hears all that answer soon.
  public View refresh() throws InterruptedException {
    return inTurn(() -> next(rounds.ask(true)));
  }

  private interface Turn {
    View take() throws InterruptedException;
  }

  private View inTurn(Turn work) throws InterruptedException {
    if (turn.poll(LONGEST_QUEUE).isEmpty()) {
      return view;
    }
    try {
      return work.take();
    } finally {
      turn.put(true);
    }
  }

  /// Whether somebody answered after a view was made that one group alone stands behind.
  private boolean isNews(View single) {
    return rounds.reports().values().stream().anyMatch(r -> r.at().isAfter(single.at()));
  }

  private View next(Map<Endpoint, HeadReport> answers) throws InterruptedException {
    View next = decide(voters(answers));
    if (next.head().isPresent() && next.head().get().number() < shownHeight()) {
      // I2: a lower tip within seconds is somebody's lag, not the chain's; later it is told of
      next = isRecent() ? view : next.steppedBack();
    }
    view = next;
    rounds
        .reports()
        .keySet()
        .forEach(e -> e.lags(behind(e).filter(Duration::isPositive).isPresent()));
    return next;
  }

  private long shownHeight() {
    return view.head().map(SeenBlock::number).orElse(-1L);
  }

  private boolean isRecent() {
    return view.isAgreed() && view.at().plus(freshness().tolerance()).isAfter(timing.instant());
  }

  /// Number of groups in all.
  int groups() {
    return (int) endpoints.stream().map(Endpoint::group).distinct().count();
  }

  /// Reports that count: not those of endpoints set aside for lying, unless nobody else is left.
  static Map<Endpoint, HeadReport> voters(Map<Endpoint, HeadReport> all) {
    Map<Endpoint, HeadReport> honest = new HashMap<>(all);
    honest.keySet().removeIf(e -> e.health().isAside());
    return honest.isEmpty() ? all : honest;
  }

  private View decide(Map<Endpoint, HeadReport> voters) throws InterruptedException {
    Map<Endpoint, HeadReport> current = freshness().withoutLaggards(voters);
    HeadVote vote = HeadVote.of(current);
    Tip tip = tip(vote, current);
    Optional<BlockRef> safe = Optional.empty();
    if (vote.middleSafe().isPresent()) {
      safe = agreed(vote.middleSafe().get(), current);
    }
    return new View(
        tip.block(),
        tip.groups(),
        vote.isTrusted(tip.groups()),
        tip.claims(),
        safe,
        finalized(vote, current),
        timing.instant(),
        false);
  }

  private record Tip(Optional<SeenBlock> block, Set<String> groups, List<String> claims) {}

  private Tip tip(HeadVote first, Map<Endpoint, HeadReport> current) throws InterruptedException {
    List<String> claims = List.of();
    Optional<HeadVote.Verdict.Lone> lone = Optional.empty();
    for (long height : first.candidates()) {
      lookUp(height, current, true);
      HeadVote vote = HeadVote.of(current);
      switch (vote.at(height)) {
        case HeadVote.Verdict.Agreed(BlockRef ref, Set<String> groups) -> {
          return new Tip(vote.block(ref), groups, List.of());
        }
        case HeadVote.Verdict.Lone found -> lone = lone.or(() -> Optional.of(found));
        case HeadVote.Verdict.Disputed(List<String> said) -> claims = said;
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

  private Optional<BlockRef> agreed(long height, Map<Endpoint, HeadReport> current)
      throws InterruptedException {
    lookUp(height, current, false);
    return switch (HeadVote.of(current).at(height)) {
      case HeadVote.Verdict.Agreed(BlockRef ref, Set<String> g) -> Optional.of(ref);
      case HeadVote.Verdict.Lone(BlockRef ref, String g) -> Optional.of(ref);
      case HeadVote.Verdict.Disputed d -> Optional.empty();
      case HeadVote.Verdict.Silent s -> Optional.empty();
    };
  }

  private Observed<BlockRef> finalized(HeadVote vote, Map<Endpoint, HeadReport> current)
      throws InterruptedException {
    if (vote.middleFinalized().isEmpty()) {
      return settled.orElse(view.finalized());
    }
    long height = vote.middleFinalized().get();
    lookUp(height, current, false);
    return settled.after(HeadVote.of(current).at(height), height, view.finalized());
  }

  /// Asks those that are past a height, and have not told its hash, for the block there.
  ///
  /// @param whole whether somebody must tell the block itself, not only its hash
  private void lookUp(long height, Map<Endpoint, HeadReport> current, boolean whole)
      throws InterruptedException {
    List<Endpoint> missing = new ArrayList<>();
    List<Endpoint> told = new ArrayList<>();
    boolean full = false;
    for (Map.Entry<Endpoint, HeadReport> entry : current.entrySet()) {
      if (entry.getValue().hashAt(height).isPresent()) {
        told.add(entry.getKey());
        full |= entry.getValue().block(height).isPresent();
      } else if (entry.getValue().head().number() > height) {
        missing.add(entry.getKey());
      }
    }
    if (whole && !full) { // votes by parent hash only
      missing.addAll(told);
    }
    Fanout.gather(missing, e -> poll.block(e, height, ATTEMPT), LOOKUP, answers -> false)
        .forEach((endpoint, block) -> current.computeIfPresent(endpoint, (e, r) -> r.with(block)));
  }

  private Freshness freshness() {
    return Freshness.of(chain, timing.instant());
  }

  /// The height an endpoint reported last.
  OptionalLong height(Endpoint endpoint) {
    HeadReport report = rounds.reports().get(endpoint);
    return report == null ? OptionalLong.empty() : OptionalLong.of(report.head().number());
  }

  /// How far an endpoint's head is behind the agreed one; empty where it did not answer.
  Optional<Duration> behind(Endpoint endpoint) {
    HeadReport report = rounds.reports().get(endpoint);
    if (report == null) {
      return Optional.empty();
    }
    return Optional.of(
        view.head().map(tip -> freshness().behind(report.head(), tip)).orElse(Duration.ZERO));
  }

  /// How an endpoint's last head goes with the block that is read from.
  EndpointStatus.Voice voice(Endpoint endpoint) {
    HeadReport report = rounds.reports().get(endpoint);
    return report == null ? EndpointStatus.Voice.UNKNOWN : view.voice(report);
  }

  /// Whether an endpoint told its head and has not failed to since.
  boolean isReporting(Endpoint endpoint) {
    return rounds.reports().containsKey(endpoint);
  }

  /// The chain.
  public Chain chain() {
    return chain;
  }
}
