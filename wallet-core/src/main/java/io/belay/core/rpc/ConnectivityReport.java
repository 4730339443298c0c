package io.belay.core.rpc;

import io.belay.core.chain.Chain;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Puts together how a network is reached, for people.
final class ConnectivityReport {
  private final Chain chain;
  private final List<Endpoint> endpoints;
  private final HeadChain heads;
  private final InstantSource timing;

  ConnectivityReport(Chain chain, List<Endpoint> endpoints, HeadChain heads, InstantSource timing) {
    this.chain = chain;
    this.endpoints = endpoints;
    this.heads = heads;
    this.timing = timing;
  }

  /// As it is now.
  ///
  /// @param headAt when the head last advanced
  Connectivity now(Optional<Instant> headAt) {
    View view = heads.last();
    List<EndpointStatus> rows = endpoints.stream().map(this::status).toList();
    int up =
        (int)
            rows.stream()
                .filter(row -> row.state() == EndpointStatus.State.UP)
                .map(row -> row.config().group())
                .distinct()
                .count();
    return new Connectivity(
        chain.id(),
        mode(view),
        view.headObserved(),
        headAt,
        view.finalized(),
        up,
        heads.groups(),
        rows,
        timing.instant());
  }

  private static Connectivity.Mode mode(View view) {
    if (view.at().equals(Instant.MIN)) {
      return Connectivity.Mode.STARTING;
    }
    if (view.turn() == View.Turn.HALT) {
      return Connectivity.Mode.HALT;
    }
    if (view.head().isEmpty()) {
      return view.claims().isEmpty() ? Connectivity.Mode.STALE : Connectivity.Mode.DISPUTED;
    }
    return view.isAgreed() ? Connectivity.Mode.ONLINE : Connectivity.Mode.DEGRADED;
  }

  private EndpointStatus status(Endpoint endpoint) {
    Health health = endpoint.health();
    Optional<Duration> behind = heads.behind(endpoint);
    return new EndpointStatus(
        endpoint.config(),
        state(endpoint, behind),
        health.percentile(50),
        health.percentile(90),
        health.latencies(),
        health.marks(),
        heads.height(endpoint),
        behind,
        heads.voice(endpoint),
        endpoint.conduct().blames(),
        health.nextTry());
  }

  private EndpointStatus.State state(Endpoint endpoint, Optional<Duration> behind) {
    Health health = endpoint.health();
    if (endpoint.isWrongChain()) {
      return EndpointStatus.State.WRONG_CHAIN;
    }
    if (health.isAside()) {
      return EndpointStatus.State.SET_ASIDE;
    }
    if (health.isRefusing()) {
      return EndpointStatus.State.LIMITED;
    }
    if (behind.isPresent()) {
      return behind.get().isZero() ? EndpointStatus.State.UP : EndpointStatus.State.LAGGING;
    }
    boolean asked = health.isTried() || !heads.last().at().equals(Instant.MIN);
    return asked ? EndpointStatus.State.NO_ANSWER : EndpointStatus.State.UNTRIED;
  }
}
