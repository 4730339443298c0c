package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.state.Observed;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The chain's tip, safe and finalized blocks as the independent groups agree on them. One round of
/// questions at a time.
public final class HeadChain {
  // so long a step back is told of, since not everybody who reads sees every view
  private static final Duration TOLD = Duration.ofMinutes(1);
  private static final Duration LONGEST_QUEUE = Duration.ofSeconds(30);

  private final Chain chain;
  private final List<Endpoint> endpoints;
  private final Timing timing;
  private final HeadSearch search;
  private final HeadRounds rounds;
  private final ComparedHeight finalizedAt = new ComparedHeight();
  private final ComparedHeight safeAt = new ComparedHeight();
  // holds one token: whoever has it asks
  private final Timing.Inbox<Boolean> turn;
  private volatile View view;
  // written by whoever has the turn
  private volatile Shown shown;
  // guarded by `turn`
  private final Settled settled;

  /// What people were shown last, which a lower head has to be measured by.
  ///
  /// @param height of the last head, however long ago; -1 where there was none
  /// @param backUntil so long a step back is told of
  record Shown(long height, Instant backUntil) {
    static final Shown NOTHING = new Shown(-1, Instant.MIN);
  }

  /// Heads of one chain from these endpoints.
  public HeadChain(Chain chain, List<Endpoint> endpoints, ChainMemory memory, Timing timing) {
    this(chain, endpoints, memory, timing, Shown.NOTHING, List::of);
  }

  /// @param shown by whoever read the chain before with other endpoints
  /// @param riders what polls in the background bring along
  HeadChain(
      Chain chain,
      List<Endpoint> endpoints,
      ChainMemory memory,
      Timing timing,
      Shown shown,
      Supplier<List<Rider>> riders) {
    this.chain = chain;
    this.endpoints = List.copyOf(endpoints);
    this.timing = timing;
    this.shown = shown;
    HeadPoll poll = new HeadPoll(chain, timing);
    this.search = new HeadSearch(poll);
    this.settled = new Settled(memory, timing, !chain.practice());
    this.rounds =
        new HeadRounds(
            this.endpoints, poll, () -> compared(settled, finalizedAt, safeAt), riders, timing);
    this.turn = timing.inbox();
    turn.put(true);
    this.view = View.nothing(settled.known(), Instant.MIN);
  }

  /// The last view, however old.
  public View last() {
    return view;
  }

  /// What was shown last, for whoever goes on from here.
  Shown shown() {
    return shown;
  }

  /// A view not older than this; asks as many endpoints as it takes if need be.
  public View atMost(Duration age) throws InterruptedException {
    return atMost(age, HeadRounds.Kind.NEEDED);
  }

  /// As above, for whoever polls in the background.
  View ahead(Duration age) throws InterruptedException {
    return atMost(age, HeadRounds.Kind.AHEAD);
  }

  /// As above, for whoever needs more than the head.
  View whole(Duration age) throws InterruptedException {
    return atMost(age, HeadRounds.Kind.WHOLE);
  }

  /// Whether it was not asked yet what is safe and final.
  boolean lacksFinality() {
    return rounds.wasHeadAlone();
  }

  private View atMost(Duration age, HeadRounds.Kind kind) throws InterruptedException {
    View known = view;
    if (isFresh(known, age, kind) && known.isAgreed()) {
      return known; // whoever asks for a newer one right now keeps nobody waiting
    }
    return inTurn(() -> {
      View now = view;
      if (!isFresh(now, age, kind)) {
        return next(rounds.ask(kind), false);
      }
      return now.isAgreed() || !isNews(now) ? now : next(Map.copyOf(rounds.reports()), false);
    });
  }

  /// Whether a view not older than this is there already.
  boolean isFresh(Duration age) {
    return isFresh(view, age, HeadRounds.Kind.NEEDED);
  }

  private boolean isFresh(View seen, Duration age, HeadRounds.Kind kind) {
    boolean enough = kind == HeadRounds.Kind.NEEDED || !lacksFinality();
    return enough && seen.head().isPresent() && !seen.at().plus(age).isBefore(timing.instant());
  }

  /// Asks all endpoints now, and hears all that answer soon.
  public View refresh() throws InterruptedException {
    return inTurn(() -> next(rounds.ask(HeadRounds.Kind.ALL), true));
  }

  /// Heights at which the groups are to be compared with the next polls.
  private static NavigableSet<Long> compared(Settled settled, ComparedHeight... tags) {
    NavigableSet<Long> heights = new TreeSet<>();
    settled.awaited().ifPresent(heights::add);
    for (ComparedHeight tag : tags) {
      tag.next().ifPresent(heights::add);
    }
    return heights;
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

  /// @param whole whether to wait for all that there is to know; a reader needs the head only
  private View next(Map<Endpoint, HeadReport> answers, boolean whole) throws InterruptedException {
    View next = decide(voters(answers), whole);
    Instant backUntil = shown.backUntil();
    if (next.head().isPresent() && next.head().get().number() < shown.height()) {
      // I2: a lower tip within seconds is somebody's lag, not the chain's; later it is told of
      if (isRecent()) {
        next = view;
      } else {
        backUntil = timing.instant().plus(TOLD);
      }
    }
    if (next.head().isPresent() && backUntil.isAfter(timing.instant())) {
      next = next.steppedBack();
    }
    shown = new Shown(next.head().map(SeenBlock::number).orElse(shown.height()), backUntil);
    view = next;
    rounds
        .reports()
        .keySet()
        .forEach(e -> e.lags(behind(e).filter(Duration::isPositive).isPresent()));
    return next;
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

  private View decide(Map<Endpoint, HeadReport> voters, boolean whole) throws InterruptedException {
    Map<Endpoint, HeadReport> current = freshness().withoutLaggards(voters);
    HeadVote vote = HeadVote.of(current);
    settled.recall(vote);
    if (whole) {
      for (long height : vote.middleTags()) {
        search.lookUp(height, current, false);
      }
    }
    Observed<BlockRef> finalized = finalized(vote.middleFinalized(), current);
    if (!settled.contradiction().isEmpty()) {
      return View.halted(settled.contradiction(), timing.instant());
    }
    if (!chain.practice()) {
      current.forEach((endpoint, report) -> {
        if (settled.isContradictedBy(report)) { // alone: two of them would have halted everything
          endpoint.blame("other-final", "another block where one is final already");
        }
      });
    }
    HeadSearch.Tip tip = search.tip(vote, current);
    return new View(
        tip.block(),
        tip.groups(),
        vote.isTrusted(tip.groups()),
        tip.claims(),
        safe(vote.middleSafe(), current),
        finalized,
        timing.instant(),
        View.Turn.ONWARD);
  }

  private Observed<BlockRef> finalized(Optional<Long> middle, Map<Endpoint, HeadReport> current) {
    OptionalLong height = finalizedAt.of(middle, current);
    return height.isEmpty()
        ? settled.orElse(view.finalized())
        : settled.after(
            HeadVote.of(current).at(height.getAsLong()), height.getAsLong(), view.finalized());
  }

  private Optional<BlockRef> safe(Optional<Long> middle, Map<Endpoint, HeadReport> current) {
    OptionalLong height = safeAt.of(middle, current);
    if (height.isEmpty()) {
      return view.safe().filter(before -> middle.filter(now -> before.number() <= now).isPresent());
    }
    return HeadVote.of(current).at(height.getAsLong()).undisputed();
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
