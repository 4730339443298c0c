package io.belay.core.send;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.RpcException;
import io.belay.core.state.Timing;
import io.belay.core.tx.SignedTransaction;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What is to be carried to one endpoint, one after the other in the order given, since a node that
/// gets a later nonce first may refuse it.
final class Lane {
  /// The longest that one request takes.
  static final Duration ATTEMPT = Duration.ofSeconds(4);

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final Endpoint endpoint;
  private final BiConsumer<TxHash, AttemptRow> journal;
  private final Timing timing;
  private final Runnable answered;
  private final Deque<Job> jobs = new ArrayDeque<>();
  private boolean busy;
  private Optional<Job> current = Optional.empty();
  private volatile long begun;

  private record Job(SignedTransaction signed, Flight flight) {
    TxHash hash() {
      return signed.hash();
    }
  }

  Lane(
      Endpoint endpoint, BiConsumer<TxHash, AttemptRow> journal, Timing timing, Runnable answered) {
    this.endpoint = endpoint;
    this.journal = journal;
    this.timing = timing;
    this.answered = answered;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  synchronized boolean isIdle() {
    return !busy;
  }

  /// Whether it would be waited for in vain: another endpoint holds what is being carried, and this
  /// one has had its time to take it.
  ///
  /// @param held what others are known to hold from before
  synchronized boolean isLate(Duration time, Predicate<TxHash> held) {
    return timing.nanos() - begun >= time.toNanos()
        && current
            .filter(job -> job.flight().holds(job.hash()) || held.test(job.hash()))
            .isPresent();
  }

  /// The program ends: whoever has not answered by now is written down as that.
  void abandon() {
    take().ifPresent(job -> write(job.hash(), new BroadcastOutcome.Unreachable("timeout", true)));
  }

  /// The answer of one job is written down by whoever takes it.
  private synchronized Optional<Job> take() {
    Optional<Job> job = current;
    current = Optional.empty();
    return job;
  }

  void carry(List<SignedTransaction> due, Flight flight) {
    synchronized (this) {
      due.forEach(signed -> jobs.addLast(new Job(signed, flight)));
      if (busy || jobs.isEmpty()) {
        return;
      }
      busy = true;
    }
    timing.start("belay-send-" + endpoint.id(), this::run);
  }

  private synchronized Optional<Job> next() {
    current = Optional.ofNullable(jobs.pollFirst());
    busy = current.isPresent();
    begun = timing.nanos();
    return current;
  }

  private void run() {
    Optional<Job> job = next();
    while (job.isPresent()) {
      BroadcastOutcome outcome = carry(job.get().signed());
      job.get().flight().answered(job.get().hash(), endpoint, outcome);
      if (outcome instanceof BroadcastOutcome.Unreachable gone) {
        giveUp(gone);
      }
      job = next();
    }
  }

  /// Who is not there now keeps nobody waiting; its turn comes again when it is back.
  private void giveUp(BroadcastOutcome.Unreachable gone) {
    BroadcastOutcome untried = new BroadcastOutcome.Unreachable(gone.cause(), false);
    List<Job> rest;
    synchronized (this) {
      rest = List.copyOf(jobs);
      jobs.clear();
    }
    rest.forEach(job -> job.flight().answered(job.hash(), endpoint, untried));
  }

  private BroadcastOutcome carry(SignedTransaction signed) {
    BroadcastOutcome outcome;
    try {
      outcome = outcome(signed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome = new BroadcastOutcome.Unreachable("cancelled", true);
    }
    if (take().isPresent()) {
      write(signed.hash(), outcome);
    }
    return outcome;
  }

  private void write(TxHash hash, BroadcastOutcome outcome) {
    Optional<String> echo =
        outcome instanceof BroadcastOutcome.Misnamed(String said)
            ? Optional.of(said)
            : Optional.empty();
    AttemptRow row =
        new AttemptRow(
            endpoint.id(),
            endpoint.group(),
            outcome.word(),
            outcome.kind(),
            (int) Duration.ofNanos(timing.nanos() - begun).toMillis(),
            timing.instant(),
            false,
            echo,
            java.util.OptionalLong.empty(),
            false);
    try {
      journal.accept(hash, row);
      answered.run();
    } catch (CancellationException e) {
      LOG.debug("the journal is closed; what {} said of {} is lost", endpoint.id(), hash);
    } catch (WalletException e) {
      // the bytes are in the journal and go on; only this line of evidence is not kept
      LOG.debug("what {} said of {} is not written down: {}", endpoint.id(), hash, e.code());
    }
  }

  private BroadcastOutcome outcome(SignedTransaction signed) throws InterruptedException {
    try {
      if (!endpoint.checkChain(ATTEMPT)) {
        return new BroadcastOutcome.Unreachable("wrong-chain", false);
      }
    } catch (RpcException e) {
      // not asked to carry anything yet, so nothing can have arrived
      return new BroadcastOutcome.Unreachable(e.code(), false);
    }
    try {
      JsonNode echo =
          endpoint.call(
              endpoint.json().call("eth_sendRawTransaction", Hex.encode(signed.raw())), ATTEMPT);
      if (echo.isString() && echo.stringValue().equalsIgnoreCase(signed.hash().toString())) {
        return new BroadcastOutcome.Accepted();
      }
      // I7: only the hash of our own bytes is success
      endpoint.blame("foreign-hash", "it named another hash for the bytes it was given");
      return new BroadcastOutcome.Misnamed(echo.asString(""));
    } catch (RpcException e) {
      return BroadcastOutcome.of(e);
    }
  }
}
