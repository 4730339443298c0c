package io.belay.core.rpc;

import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Asks several endpoints, one task each, and never waits for the slowest longer than the caller
/// wants. Whoever is still on its way when the call returns is interrupted.
public final class Fanout {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  private Fanout() {}

  /// One try at one endpoint.
  public interface Attempt<T> {
    /// Asks.
    T at(Endpoint endpoint) throws RpcException, InterruptedException;
  }

  private record Result<T>(Endpoint endpoint, Optional<T> value) {}

  /// Asks all at once until `enough` says so, all have answered or failed, or the time is up.
  ///
  /// @param enough sees the answers so far
  /// @return the answers that came
  public static <T> Map<Endpoint, T> gather(
      List<Endpoint> endpoints,
      Attempt<T> attempt,
      Duration deadline,
      Predicate<Map<Endpoint, T>> enough)
      throws InterruptedException {
    Map<Endpoint, T> answers = new LinkedHashMap<>();
    if (endpoints.isEmpty()) {
      return answers;
    }
    try (Flight<T> flight = new Flight<>(endpoints.getFirst().timing(), attempt, deadline)) {
      endpoints.forEach(flight::start);
      while (flight.pending() > 0 && flight.isInTime() && !enough.test(answers)) {
        // `enough` may depend on the time waited, so it is asked again though nothing came
        flight
            .next(LOOK_AGAIN)
            .ifPresent(got -> got.value().ifPresent(v -> answers.put(got.endpoint(), v)));
      }
      return answers;
    }
  }

  /// Asks one after the other: the next at once when one fails, or beside it when the one before
  /// has not answered within its hedge delay; the first answer wins.
  ///
  /// @param hedge how long to wait for an endpoint alone
  public static <T> Optional<T> first(
      List<Endpoint> endpoints,
      Attempt<T> attempt,
      Function<Endpoint, Duration> hedge,
      Duration deadline)
      throws InterruptedException {
    if (endpoints.isEmpty()) {
      return Optional.empty();
    }
    try (Flight<T> flight = new Flight<>(endpoints.getFirst().timing(), attempt, deadline)) {
      for (Endpoint endpoint : endpoints) {
        flight.start(endpoint);
        Optional<Result<T>> result = flight.next(hedge.apply(endpoint));
        if (result.isPresent() && result.get().value().isPresent()) {
          return result.get().value();
        }
      }
      while (flight.pending() > 0) {
        Optional<Result<T>> result = flight.next(deadline);
        if (result.isEmpty()) {
          return Optional.empty();
        }
        if (result.get().value().isPresent()) {
          return result.get().value();
        }
      }
      return Optional.empty();
    }
  }

  /// Attempts under way; closing interrupts them.
  private static final class Flight<T> implements AutoCloseable {
    private final Timing timing;
    private final Attempt<T> attempt;
    private final long until;
    private final Timing.Inbox<Result<T>> results;
    private final List<Timing.Task> tasks = new ArrayList<>();
    private int pending;

    Flight(Timing timing, Attempt<T> attempt, Duration deadline) {
      this.timing = timing;
      this.attempt = attempt;
      this.until = timing.nanos() + deadline.toNanos();
      this.results = timing.inbox();
    }

    void start(Endpoint endpoint) {
      pending++;
      tasks.add(timing.start("belay-ask-" + endpoint.id(), () -> run(endpoint)));
    }

    private void run(Endpoint endpoint) {
      Optional<T> value = Optional.empty();
      try {
        value = Optional.of(attempt.at(endpoint));
      } catch (RpcException e) {
        // noted on the endpoint's health where it happened; another endpoint is asked
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        results.put(new Result<>(endpoint, value));
      }
    }

    int pending() {
      return pending;
    }

    boolean isInTime() {
      return timing.nanos() < until;
    }

    Optional<Result<T>> next(Duration patience) throws InterruptedException {
      long left = Math.min(patience.toNanos(), until - timing.nanos());
      Optional<Result<T>> result = results.poll(Duration.ofNanos(Math.max(0, left)));
      if (result.isPresent()) {
        pending--;
      }
      return result;
    }

    @Override
    public void close() {
      tasks.forEach(Timing.Task::cancel);
    }
  }
}
