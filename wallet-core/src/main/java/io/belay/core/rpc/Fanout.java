package io.belay.core.rpc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Asks several endpoints, one virtual thread each, and never waits for the slowest longer than the
/// caller wants. Whoever is still on its way when the call returns is interrupted.
public final class Fanout {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  private static final Duration A_BIT = Duration.ofMillis(400);

  private Fanout() {}

  /// Enough once two groups have answered and the others had a little longer: one that hangs costs
  /// no more than that.
  ///
  /// @return a condition for one call of [#gather]
  public static <T> Predicate<Map<Endpoint, T>> twoGroupsAndABit() {
    long[] since = {0};
    return answers -> {
      if (since[0] == 0 && answers.keySet().stream().map(Endpoint::group).distinct().count() >= 2) {
        since[0] = System.nanoTime();
      }
      return since[0] != 0 && System.nanoTime() - since[0] >= A_BIT.toNanos();
    };
  }

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
    try (Flight<T> flight = new Flight<>(attempt)) {
      endpoints.forEach(flight::start);
      Map<Endpoint, T> answers = new LinkedHashMap<>();
      long until = System.nanoTime() + deadline.toNanos();
      long left = deadline.toNanos();
      while (flight.pending() > 0 && left > 0 && !enough.test(answers)) {
        // `enough` may depend on the time waited, so it is asked again though nothing came
        flight
            .next(Math.min(left, LOOK_AGAIN.toNanos()))
            .ifPresent(got -> got.value().ifPresent(v -> answers.put(got.endpoint(), v)));
        left = until - System.nanoTime();
      }
      return answers;
    }
  }

  /// Asks one after the other: the next at once when one fails, or beside it when none has answered
  /// within the hedge delay; the first answer wins.
  public static <T> Optional<T> first(
      List<Endpoint> endpoints, Attempt<T> attempt, Duration hedge, Duration deadline)
      throws InterruptedException {
    try (Flight<T> flight = new Flight<>(attempt)) {
      long until = System.nanoTime() + deadline.toNanos();
      for (Endpoint endpoint : endpoints) {
        flight.start(endpoint);
        long wait = Math.min(hedge.toNanos(), until - System.nanoTime());
        Optional<Result<T>> result = flight.next(wait);
        if (result.isPresent() && result.get().value().isPresent()) {
          return result.get().value();
        }
      }
      while (flight.pending() > 0) {
        Optional<Result<T>> result = flight.next(until - System.nanoTime());
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
    private final Attempt<T> attempt;
    private final BlockingQueue<Result<T>> results = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private int pending;

    Flight(Attempt<T> attempt) {
      this.attempt = attempt;
    }

    void start(Endpoint endpoint) {
      pending++;
      threads.add(Thread.ofVirtual().name("belay-ask-" + endpoint.id()).start(() -> run(endpoint)));
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
        results.add(new Result<>(endpoint, value));
      }
    }

    int pending() {
      return pending;
    }

    Optional<Result<T>> next(long nanos) throws InterruptedException {
      Result<T> result = results.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      if (result != null) {
        pending--;
      }
      return Optional.ofNullable(result);
    }

    @Override
    public void close() {
      threads.forEach(Thread::interrupt);
    }
  }
}
