package io.belay.core.track;

import io.belay.base.WalletException;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rounds in the background, one after the other, until it is closed; nothing that fails in one of
/// them ends the next.
final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Timing timing;
  private final Round round;
  private final Supplier<Duration> pause;
  private final Supplier<Duration> rest;
  // whoever puts something in wants a round now
  private final Timing.Inbox<Boolean> bell;
  private Optional<Thread> thread = Optional.empty();

  /// What is done in one.
  @FunctionalInterface
  interface Round {
    void run() throws InterruptedException;
  }

  /// @param pause how long until the next one
  /// @param rest how long nothing is done after one that failed, whoever rings
  Rounds(Timing timing, Round round, Supplier<Duration> pause, Supplier<Duration> rest) {
    this.timing = timing;
    this.round = round;
    this.pause = pause;
    this.rest = rest;
    this.bell = timing.inbox();
  }

  synchronized void start() {
    thread = Optional.of(Thread.ofVirtual().name("belay-track").start(this::run));
  }

  /// The next one is due.
  void ring() {
    bell.put(true);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        round.run();
        bell.poll(pause.get());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (WalletException e) {
        // such as a full disk: what is signed is in the journal, and the next round may do better
        LOG.warn("a round of tracking ended early: {}", e.code());
        rest();
      } catch (CancellationException e) {
        return; // the data file was closed
      } catch (RuntimeException e) {
        // a mistake of ours is told to whoever hears of them, and must not end the tracking
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, e);
        rest();
      }
    }
  }

  private void rest() {
    try {
      timing.sleep(rest.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    thread.ifPresent(Thread::interrupt);
  }
}
