package io.belay.core.rpc;

import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One question to several endpoints: a few are asked first, the others join when one of them fails
/// or is late, and nobody is waited for whose answer could not change the outcome.
final class Ballot<T> {
  /// The longest that one attempt takes.
  static final Duration ATTEMPT = Duration.ofSeconds(4);

  // the longest that one endpoint's silence keeps a caller waiting when another has answered
  private static final Duration SETTLE = Duration.ofMillis(650);
  private static final Duration WAKE = Duration.ofMillis(400);

  private final Timing timing;
  private final Fanout.Attempt<T> attempt;
  private final Duration grace;
  private final long start;
  private final Timing.Inbox<Heard<T>> inbox;
  private final Map<Endpoint, T> answers = new HashMap<>();
  private final List<String> failures = new ArrayList<>();
  private final Map<Endpoint, Timing.Task> asked = new HashMap<>();
  private final Set<Endpoint> pending = new HashSet<>();
  // of those the ones a caller waits for: not known to fail or to hang
  private final Set<Endpoint> expected = new HashSet<>();

  private record Heard<T>(Endpoint endpoint, Optional<T> answer, String failure) {}

  Ballot(Timing timing, Fanout.Attempt<T> attempt) {
    this(timing, attempt, Duration.ZERO);
  }

  /// @param grace how long even those are waited for who keep others waiting at the moment
  Ballot(Timing timing, Fanout.Attempt<T> attempt, Duration grace) {
    this.grace = grace;
    this.timing = timing;
    this.attempt = attempt;
    this.start = timing.nanos();
    this.inbox = timing.inbox();
  }

  /// Asks until the outcome is decided or nothing more is to be expected.
  ///
  /// @param first whom to ask at once
  /// @param others who joins when these do not suffice
  /// @param decided whether those still on their way cannot matter
  void run(Collection<Endpoint> first, Supplier<List<Endpoint>> others, BooleanSupplier decided)
      throws InterruptedException {
    begin(first);
    boolean woken = false;
    while (!isOver(woken) && (answers.isEmpty() || !decided.getAsBoolean())) {
      if (!woken && needsMore()) {
        woken = true;
        begin(others.get());
      } else {
        hear(woken);
      }
    }
  }

  private void begin(Collection<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      if (!asked.containsKey(endpoint)) {
        if (!endpoint.health().isSuspect()) {
          expected.add(endpoint);
        }
        pending.add(endpoint);
        asked.put(
            endpoint, timing.start("belay-ask-" + endpoint.id(), () -> inbox.put(heard(endpoint))));
      }
    }
  }

  private Heard<T> heard(Endpoint endpoint) {
    try {
      return new Heard<>(endpoint, Optional.of(attempt.at(endpoint)), "");
    } catch (RpcException e) {
      return new Heard<>(endpoint, Optional.empty(), e.code());
    } catch (CancellationException e) {
      return new Heard<>(endpoint, Optional.empty(), "cancelled"); // too late: all is closed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Heard<>(endpoint, Optional.empty(), "cancelled");
    }
  }

  private boolean isOver(boolean woken) {
    if (!woken) {
      return false;
    }
    return pending.isEmpty()
        || waited(ATTEMPT)
        || (!answers.isEmpty() && ((expected.isEmpty() && waited(grace)) || waited(SETTLE)));
  }

  private boolean needsMore() {
    return waited(wake()) || !failures.isEmpty() || expected.isEmpty();
  }

  /// As long as those on their way usually take, within bounds.
  private Duration wake() {
    return expected.stream()
        .map(endpoint -> endpoint.health().hedge())
        .max(Duration::compareTo)
        .filter(usual -> usual.compareTo(WAKE) < 0)
        .orElse(WAKE);
  }

  private boolean waited(Duration time) {
    return timing.nanos() - start >= time.toNanos();
  }

  private void hear(boolean woken) throws InterruptedException {
    Duration settled = answers.isEmpty() ? ATTEMPT : SETTLE;
    Duration soon = expected.isEmpty() && !answers.isEmpty() && !waited(grace) ? grace : settled;
    Duration until = woken ? soon : wake();
    long left = until.toNanos() - (timing.nanos() - start);
    inbox
        .poll(Duration.ofNanos(Math.max(1, left)))
        .ifPresent(heard -> {
          pending.remove(heard.endpoint());
          expected.remove(heard.endpoint());
          heard
              .answer()
              .ifPresentOrElse(
                  answer -> answers.put(heard.endpoint(), answer),
                  () -> failures.add(heard.failure()));
        });
  }

  /// Who answered, and what.
  Map<Endpoint, T> answers() {
    return answers;
  }

  /// Who answered or may still: those on their way, and those that were not asked yet.
  ///
  /// @param electorate all who have a say
  Set<Endpoint> live(Collection<Endpoint> electorate) {
    Set<Endpoint> live = new HashSet<>(answers.keySet());
    live.addAll(expected);
    electorate.stream()
        .filter(e -> !asked.containsKey(e) && !e.health().isSuspect())
        .forEach(live::add);
    return live;
  }

  /// Whether nobody could even be reached: then it is this computer that is offline.
  boolean isOffline() {
    return answers.isEmpty()
        && pending.isEmpty()
        && failures.stream().allMatch(f -> f.equals("refused") || f.equals("dns"));
  }

  /// Who was asked.
  Set<Endpoint> asked() {
    return asked.keySet();
  }

  /// Gives up on those that have not answered.
  void cancel() {
    asked.forEach((endpoint, task) -> {
      if (pending.contains(endpoint)) {
        task.cancel();
      }
    });
  }
}
