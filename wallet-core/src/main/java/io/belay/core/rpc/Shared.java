package io.belay.core.rpc;

import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// One question asked by many callers at the same time goes out once.
///
/// @param <K> the question
/// @param <V> the answer
final class Shared<K, V> {
  private final Timing timing;
  private final Duration patience;
  private final Map<K, List<Timing.Inbox<Optional<V>>>> followers = new HashMap<>();

  /// @param patience how long a caller waits for another's answer before it asks itself
  Shared(Timing timing, Duration patience) {
    this.timing = timing;
    this.patience = patience;
  }

  /// Asks.
  interface Question<V> {
    V ask() throws InterruptedException;
  }

  /// The answer; that of whoever asked the same before and still waits for it.
  V get(K key, Question<V> question) throws InterruptedException {
    Optional<Timing.Inbox<Optional<V>>> inbox = follow(key);
    if (inbox.isPresent()) {
      Optional<Optional<V>> answer = inbox.get().poll(patience);
      // where the other gave up, everybody asks on his own
      return answer.isPresent() && answer.get().isPresent() ? answer.get().get() : question.ask();
    }
    Optional<V> answer = Optional.empty();
    try {
      V value = question.ask();
      answer = Optional.of(value);
      return value;
    } finally {
      tell(key, answer);
    }
  }

  /// Whether somebody asks this right now.
  boolean isAsked(K key) {
    synchronized (followers) {
      return followers.containsKey(key);
    }
  }

  private Optional<Timing.Inbox<Optional<V>>> follow(K key) {
    synchronized (followers) {
      List<Timing.Inbox<Optional<V>>> waiting = followers.get(key);
      if (waiting == null) {
        followers.put(key, new ArrayList<>());
        return Optional.empty();
      }
      Timing.Inbox<Optional<V>> inbox = timing.inbox();
      waiting.add(inbox);
      return Optional.of(inbox);
    }
  }

  private void tell(K key, Optional<V> answer) {
    List<Timing.Inbox<Optional<V>>> waiting;
    synchronized (followers) {
      waiting = Objects.requireNonNullElse(followers.remove(key), List.of());
    }
    waiting.forEach(inbox -> inbox.put(answer));
  }
}
