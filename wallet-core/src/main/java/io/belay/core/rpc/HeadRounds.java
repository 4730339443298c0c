package io.belay.core.rpc;

import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Asks endpoints for their heads, round by round. Whoever answers after a round's end is heard all
/// the same, so that a slow endpoint is known to be slow and a hanging one to hang.
final class HeadRounds {
  // at first nobody is known, so more are asked at once
  private static final int COLD = 5;

  private final List<Endpoint> endpoints;
  private final HeadPoll poll;
  private final Supplier<NavigableSet<Long>> compared;
  private final Supplier<List<Rider>> riders;
  private final Timing timing;
  private final Map<Endpoint, HeadReport> reports = new ConcurrentHashMap<>();
  private final Set<Endpoint> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean begun;
  private volatile boolean headAlone;

  /// Whom a round asks, and what.
  enum Kind {
    /// As many as are needed, since somebody waits; the first time for the head without what is
    /// safe and final, but with what will be read as soon as it is there.
    NEEDED,
    /// The same for somebody who waits for more than that.
    WHOLE,
    /// The same while nobody waits: what was read lately is asked along.
    AHEAD,
    /// Everybody.
    ALL
  }

  /// Rounds over these endpoints.
  ///
  /// @param compared heights at which everybody is to say what he has, along with his head
  /// @param riders what else is asked in the background
  HeadRounds(
      List<Endpoint> endpoints,
      HeadPoll poll,
      Supplier<NavigableSet<Long>> compared,
      Supplier<List<Rider>> riders,
      Timing timing) {
    this.compared = compared;
    this.riders = riders;
    this.endpoints = endpoints;
    this.poll = poll;
    this.timing = timing;
  }

  /// The last report of each endpoint that has not failed since.
  Map<Endpoint, HeadReport> reports() {
    return reports;
  }

  /// Whether the last round asked for the head alone, as the first does.
  boolean wasHeadAlone() {
    return headAlone;
  }

  /// One round.
  ///
  /// @return who answered in time
  Map<Endpoint, HeadReport> ask(Kind kind) throws InterruptedException {
    boolean all = kind == Kind.ALL;
    if (all) {
      awaitThoseOnTheirWay();
    }
    boolean first = !begun && (kind == Kind.NEEDED || kind == Kind.AHEAD);
    HeadPoll.Along along =
        new HeadPoll.Along(
            !first, compared.get(), first || kind == Kind.AHEAD ? riders.get() : List.of());
    Ballot<HeadReport> ballot = new Ballot<>(timing, e -> report(e, along));
    List<Endpoint> askable = askable(all);
    ballot.run(
        all ? askable : Roster.witnesses(askable, begun ? Roster.AWAKE : COLD),
        this::others,
        () -> !all && isDecided(ballot));
    begun = true;
    headAlone = first;
    if (!all) {
      lookAfterOne(ballot.asked());
    }
    if (ballot.isOffline()) {
      ballot.asked().forEach(endpoint -> endpoint.health().forgive());
    }
    return Map.copyOf(ballot.answers());
  }

  /// Asks one that failed lately beside the round, without waiting for it, so that whoever is well
  /// again is known to be. Its breaker keeps the pauses between two such questions.
  private void lookAfterOne(Set<Endpoint> asked) {
    idle().stream()
        .filter(e -> !asked.contains(e) && e.health().isFailing() && e.health().mayAsk())
        .filter(e -> !e.health().isLimited() && !e.health().isAside())
        .findFirst()
        .ifPresent(e -> {
          busy.add(e); // before its thread begins, or the next round would ask it once more
          timing.start("belay-again-" + e.id(), () -> lookAfter(e));
        });
  }

  private void lookAfter(Endpoint endpoint) {
    try {
      report(endpoint, new HeadPoll.Along(true, compared.get(), List.of()));
    } catch (RpcException e) {
      // its health has noted it
    } catch (CancellationException e) {
      // all is closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Who still answers an earlier round will be asked again in this one, unless he hangs.
  private void awaitThoseOnTheirWay() throws InterruptedException {
    while (busy.stream().anyMatch(endpoint -> !endpoint.health().isOverdue())) {
      timing.sleep(Duration.ofMillis(10));
    }
  }

  private HeadReport report(Endpoint endpoint, HeadPoll.Along along)
      throws RpcException, InterruptedException {
    busy.add(endpoint);
    Optional<SeenBlock> head = Optional.empty();
    try {
      HeadReport report = poll.ask(endpoint, along, Ballot.ATTEMPT);
      reports.put(endpoint, report);
      head = Optional.of(report.head());
      return report;
    } finally {
      if (head.isEmpty()) {
        reports.remove(endpoint);
      }
      busy.remove(endpoint);
      for (Rider rider : riders.get()) {
        rider.over(endpoint, head);
      }
    }
  }

  /// Those whose pause is over; where all pause, those whose breaker is open, since the last way is
  /// never shut; and where everybody asks for fewer requests, all of them if a person insists.
  private List<Endpoint> askable(boolean all) {
    List<Endpoint> idle = idle();
    List<Endpoint> open = idle.stream().filter(e -> e.health().mayAsk()).toList();
    if (!open.isEmpty()) {
      return open;
    }
    List<Endpoint> unlimited = idle.stream().filter(e -> !e.health().isLimited()).toList();
    return unlimited.isEmpty() && all ? idle : unlimited;
  }

  private List<Endpoint> others() {
    return idle().stream().filter(e -> !e.health().isLimited()).toList();
  }

  private List<Endpoint> idle() {
    return endpoints.stream()
        .filter(e -> !busy.contains(e) && !(e.isWrongChain() && e.conduct().isChainKnown()))
        .toList();
  }

  /// Whether so many groups say the same that the others cannot matter.
  private boolean isDecided(Ballot<HeadReport> ballot) {
    Map<Endpoint, HeadReport> voters = HeadChain.voters(ballot.answers());
    HeadVote vote = HeadVote.of(voters);
    Set<Endpoint> live = new HashSet<>(ballot.live(idle()));
    live.removeIf(e -> e.health().isAside() && !voters.containsKey(e));
    int quorum = Roster.quorum(Roster.groups(live).size());
    return vote.middleHead()
        .map(vote::at)
        .filter(HeadVote.Verdict.Agreed.class::isInstance)
        .map(HeadVote.Verdict.Agreed.class::cast)
        .filter(agreed -> agreed.groups().size() >= quorum || vote.isTrusted(agreed.groups()))
        .isPresent();
  }
}
