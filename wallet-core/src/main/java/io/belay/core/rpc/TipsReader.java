package io.belay.core.rpc;

import io.belay.core.state.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Reads recent tips: as the last polls of the heads brought them along, where enough groups told
/// them so, else by asking.
final class TipsReader implements Rider {
  private final Supplier<List<Endpoint>> usable;
  private final Timing timing;
  private final Duration fresh;
  private final Map<Endpoint, Heard> heard = new ConcurrentHashMap<>();
  private volatile Instant until = Instant.MIN;

  private record Heard(TipsTold told, Instant at) {}

  /// @param usable whom to ask now, best first
  /// @param fresh how old what a poll brought may be
  TipsReader(Supplier<List<Endpoint>> usable, Duration fresh, Timing timing) {
    this.usable = usable;
    this.fresh = fresh;
    this.timing = timing;
  }

  /// The tips; empty where nobody answers.
  Optional<FeeHistory> read() throws InterruptedException {
    until = timing.instant().plus(LATELY);
    List<Endpoint> endpoints = usable.get();
    Optional<FeeHistory> brought = FeeHistory.ofEnough(brought(endpoints));
    return brought.isPresent() ? brought : FeeHistory.ask(endpoints);
  }

  private Map<Endpoint, TipsTold> brought(List<Endpoint> endpoints) {
    Instant oldest = timing.instant().minus(fresh);
    Map<Endpoint, TipsTold> brought = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      Heard last = heard.get(endpoint);
      if (last != null && !last.at().isBefore(oldest)) {
        brought.put(endpoint, last.told());
      }
    }
    return brought;
  }

  @Override
  public Optional<JsonRpc.Call> question(Endpoint endpoint) {
    boolean wanted = timing.instant().isBefore(until) && endpoint.learned().serves(TipsTold.METHOD);
    return wanted ? Optional.of(TipsTold.question(endpoint)) : Optional.empty();
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
