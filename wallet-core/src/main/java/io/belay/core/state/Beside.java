package io.belay.core.state;

import java.time.Duration;
import java.util.Optional;

/// A question that is asked while its caller does something else. Closing gives up on it.
///
/// @param <T> the answer
public final class Beside<T> implements AutoCloseable {
  // only to look again: a question ends by its own deadline
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final Timing.Inbox<Outcome<T>> inbox;
  private final Timing.Task task;

  /// Something that is asked.
  ///
  /// @param <T> the answer
  @FunctionalInterface
  public interface Question<T> {
    /// Asks.
    T ask() throws InterruptedException;
  }

  private sealed interface Outcome<T> {
    record Answer<T>(T value) implements Outcome<T> {}

    record Failure<T>(RuntimeException why) implements Outcome<T> {}
  }

  private Beside(Timing.Inbox<Outcome<T>> inbox, Timing.Task task) {
    this.inbox = inbox;
    this.task = task;
  }

  /// Begins to ask.
  ///
  /// @param name for whoever looks at the threads
  public static <T> Beside<T> ask(Timing timing, String name, Question<T> question) {
    Timing.Inbox<Outcome<T>> inbox = timing.inbox();
    return new Beside<>(inbox, timing.start(name, () -> answer(question, inbox)));
  }

  private static <T> void answer(Question<T> question, Timing.Inbox<Outcome<T>> inbox) {
    try {
      inbox.put(new Outcome.Answer<>(question.ask()));
    } catch (RuntimeException e) {
      inbox.put(new Outcome.Failure<>(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // given up
    }
  }

  /// Waits for the answer; to be had once.
  ///
  /// @throws RuntimeException that the question ended with
  public T answer() throws InterruptedException {
    while (true) {
      Optional<T> answer = within(LOOK_AGAIN);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  /// Waits for the answer no longer than this; to be had once.
  ///
  /// @return empty where it takes longer
  /// @throws RuntimeException that the question ended with
  public Optional<T> within(Duration patience) throws InterruptedException {
    return inbox
        .poll(patience)
        .map(outcome ->
            switch (outcome) {
              case Outcome.Answer<T>(T value) -> value;
              case Outcome.Failure<T>(RuntimeException why) -> throw why;
            });
  }

  @Override
  public void close() {
    task.cancel();
  }
}
