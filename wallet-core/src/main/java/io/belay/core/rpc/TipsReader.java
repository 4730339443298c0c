package io.belay.core.rpc;

import io.belay.core.chain.Chain;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Reads recent tips: as the last polls of the heads brought them along, where enough groups told
/// them so, else by asking.
final class TipsReader implements Rider {
  // so long it is waited for a poll that is under way, before somebody is asked beside it
  private static final Duration UNDER_WAY = Duration.ofMillis(150);

  private final Supplier<List<Endpoint>> usable;
  private final Timing timing;
  private final Duration fresh;
  private final Map<Endpoint, Heard> heard = new ConcurrentHashMap<>();
  // polls that are not over, and since when, in nanoseconds
  private final Map<Endpoint, Long> underWay = new ConcurrentHashMap<>();
  private final Set<Timing.Inbox<Endpoint>> waiting = ConcurrentHashMap.newKeySet();
  private volatile Instant until;
  // whether a poll ever brought a head; the first one is taken to be about to begin
  private volatile boolean polled;

  private record Heard(TipsTold told, Instant at) {}

  /// @param usable whom to ask now, best first
  /// @param fresh how old what a poll brought may be
  TipsReader(Chain chain, Supplier<List<Endpoint>> usable, Duration fresh, Timing timing) {
    // the first poll brings them along, since a wallet that opens shows fees
    this.until = chain.rules().feeMarket() ? timing.instant().plus(LATELY) : Instant.MIN;
    this.usable = usable;
    this.fresh = fresh;
    this.timing = timing;
  }

  /// The tips; empty where nobody answers.
  Optional<FeeHistory> read() throws InterruptedException {
    until = timing.instant().plus(LATELY);
    Optional<FeeHistory> enough = awaited();
    return enough.isPresent() ? enough : FeeHistory.ask(usable.get());
  }

  /// As polls brought them, those under way too; empty where one has to ask.
  private Optional<FeeHistory> awaited() throws InterruptedException {
    Timing.Inbox<Endpoint> inbox = timing.inbox();
    waiting.add(inbox);
    try {
      long start = timing.nanos();
      while (true) {
        Duration left = left(start); // first, lest one that comes between is waited for
        Optional<FeeHistory> enough = FeeHistory.ofEnough(brought());
        if (enough.isPresent() || !left.isPositive()) {
          return enough;
        }
        inbox.poll(left);
      }
    } finally {
      waiting.remove(inbox);
    }
  }

  /// How long to wait for the polls under way.
  ///
  /// @param start of the wait
  private Duration left(long start) {
    long now = timing.nanos();
    return Stream.concat(underWay.values().stream(), polled ? Stream.empty() : Stream.of(start))
        .map(since -> UNDER_WAY.minusNanos(now - since))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private Map<Endpoint, TipsTold> brought() {
    Instant oldest = timing.instant().minus(fresh);
    Map<Endpoint, TipsTold> brought = new HashMap<>();
    for (Endpoint endpoint : usable.get()) {
      Heard last = heard.get(endpoint);
      if (last != null && !last.at().isBefore(oldest)) {
        brought.put(endpoint, last.told());
      }
    }
    return brought;
  }

  @Override
  public Optional<JsonRpc.Call> question(Endpoint endpoint) {
    if (!timing.instant().isBefore(until) || !endpoint.learned().serves(TipsTold.METHOD)) {
      return Optional.empty();
    }
    underWay.put(endpoint, timing.nanos());
    return Optional.of(TipsTold.question(endpoint));
  }

  @Override
  public void over(Endpoint endpoint, Optional<SeenBlock> head) {
    underWay.remove(endpoint);
    if (head.isPresent()) {
      polled = true;
    }
    waiting.forEach(inbox -> inbox.put(endpoint));
  }

  @Override
  public void hear(Endpoint endpoint, SeenBlock head, Endpoint.Answer answer) {
    answer
        .value()
        .flatMap(TipsTold::read)
        .ifPresentOrElse(
            told -> heard.put(endpoint, new Heard(told, timing.instant())),
            () -> heard.remove(endpoint));
  }
}
