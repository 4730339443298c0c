package io.belay.core.send;

import io.belay.base.TxHash;
import io.belay.core.rpc.Endpoint;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Transactions on their way to several endpoints. Answers are heard by one thread.
public final class Flight {
  private final Timing timing;
  private final long begun;
  private final List<Endpoint> endpoints;
  private final Timing.Inbox<Answer> inbox;
  private final Map<TxHash, Map<Endpoint, BroadcastOutcome>> heard = new HashMap<>();
  // known at once, to whoever is about to leave and hears no more
  private final Set<TxHash> held = ConcurrentHashMap.newKeySet();
  private int pending;

  record Answer(TxHash hash, Endpoint endpoint, BroadcastOutcome outcome) {}

  Flight(Timing timing, List<TxHash> hashes, List<Endpoint> endpoints) {
    this.timing = timing;
    this.begun = timing.nanos();
    this.endpoints = List.copyOf(endpoints);
    this.inbox = timing.inbox();
    hashes.forEach(hash -> heard.put(hash, new HashMap<>()));
    this.pending = heard.size() * endpoints.size();
  }

  void answered(TxHash hash, Endpoint endpoint, BroadcastOutcome outcome) {
    if (outcome.holds()) {
      held.add(hash);
    }
    inbox.put(new Answer(hash, endpoint, outcome));
  }

  /// Hears answers until all are there or the time since the start is up.
  ///
  /// @param longest since the start; what is there already is heard in any case
  /// @param held told of each transaction when the first endpoint holds it
  public void hear(Duration longest, Consumer<TxHash> held) throws InterruptedException {
    while (pending > 0) {
      long left = longest.toNanos() - (timing.nanos() - begun);
      Optional<Answer> answer = inbox.poll(Duration.ofNanos(Math.max(0, left)));
      if (answer.isEmpty()) {
        return;
      }
      pending--;
      Answer got = answer.get();
      boolean first = !isHeld(got.hash());
      outcomes(got.hash()).put(got.endpoint(), got.outcome());
      if (first && got.outcome().holds()) {
        held.accept(got.hash());
      }
    }
  }

  private Map<Endpoint, BroadcastOutcome> outcomes(TxHash hash) {
    return heard.computeIfAbsent(hash, h -> new HashMap<>());
  }

  private boolean isHeld(TxHash hash) {
    return outcomes(hash).values().stream().anyMatch(BroadcastOutcome::holds);
  }

  /// Whether an endpoint of this flight holds it, heard of or not.
  boolean holds(TxHash hash) {
    return held.contains(hash);
  }

  /// Whether every endpoint's answer is there.
  public boolean isOver() {
    return pending == 0;
  }

  /// Whether every endpoint's answer about this transaction is there.
  public boolean isOver(TxHash hash) {
    return outcomes(hash).size() == endpoints.size();
  }

  /// What is known by now; whoever has not answered may have the bytes (I6).
  public BroadcastReport report(TxHash hash) {
    return BroadcastReport.of(all(hash));
  }

  /// As above, together with what an earlier flight found.
  BroadcastReport report(TxHash hash, Flight earlier) {
    Map<Endpoint, BroadcastOutcome> both = earlier.all(hash);
    both.putAll(all(hash));
    return BroadcastReport.of(both);
  }

  private Map<Endpoint, BroadcastOutcome> all(TxHash hash) {
    Map<Endpoint, BroadcastOutcome> all = new HashMap<>(outcomes(hash));
    endpoints.forEach(e -> all.putIfAbsent(e, new BroadcastOutcome.Unreachable("timeout", true)));
    return all;
  }
}
