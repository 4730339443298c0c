package io.belay.core.send;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.Fanout;
import io.belay.core.rpc.NodeError;
import io.belay.core.rpc.RpcException;
import io.belay.core.send.BroadcastReport.Verdict;
import io.belay.core.tx.SignedTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Carries the same signed bytes to every endpoint at once (I11) and writes each one's answer down.
/// Never to an endpoint that serves another chain (I15).
public final class Broadcaster {
  private static final Duration ATTEMPT = Duration.ofSeconds(4);

  private final List<Endpoint> endpoints;
  private final BiConsumer<TxHash, AttemptRow> journal;
  private final InstantSource clock;
  private final Runnable answered;

  /// A broadcaster over these endpoints.
  ///
  /// @param journal writes an endpoint's answer down
  /// @param answered told, on the broadcasting thread, each time one more answer is in the journal
  public Broadcaster(
      List<Endpoint> endpoints,
      BiConsumer<TxHash, AttemptRow> journal,
      InstantSource clock,
      Runnable answered) {
    this.endpoints = List.copyOf(endpoints);
    this.journal = journal;
    this.clock = clock;
    this.answered = answered;
  }

  /// Sends and waits for each answer, 4 s at most; every answer is journalled as it comes. Where
  /// nobody takes it and nobody can say that it is refused for good, the reserve is asked as well.
  public BroadcastReport broadcast(SignedTransaction signed) throws InterruptedException {
    Map<Endpoint, BroadcastOutcome> outcomes = carry(signed, false);
    BroadcastReport report = BroadcastReport.of(outcomes);
    boolean done = report.verdict() == Verdict.SUBMITTED || report.verdict() == Verdict.REJECTED;
    if (!done && endpoints.stream().anyMatch(e -> e.config().isReserve())) {
      outcomes.putAll(carry(signed, true));
      report = BroadcastReport.of(outcomes);
    }
    return report;
  }

  private Map<Endpoint, BroadcastOutcome> carry(SignedTransaction signed, boolean reserve)
      throws InterruptedException {
    List<Endpoint> asked =
        endpoints.stream().filter(e -> e.config().isReserve() == reserve).toList();
    Map<Endpoint, BroadcastOutcome> outcomes =
        Fanout.gather(
            asked,
            e -> attempt(e, signed),
            ATTEMPT.multipliedBy(2).plusMillis(500),
            tellingOfEach());
    answered.run();
    return withSilent(asked, outcomes);
  }

  /// Whoever was given up without an outcome may have the bytes (I6).
  private static Map<Endpoint, BroadcastOutcome> withSilent(
      List<Endpoint> asked, Map<Endpoint, BroadcastOutcome> outcomes) {
    Map<Endpoint, BroadcastOutcome> all = new HashMap<>(outcomes);
    asked.forEach(e -> all.putIfAbsent(e, new BroadcastOutcome.Unreachable("timeout", true)));
    return all;
  }

  /// Never enough: every endpoint is heard, and each answer is told of when it comes.
  private Predicate<Map<Endpoint, BroadcastOutcome>> tellingOfEach() {
    int[] told = {0};
    return answers -> {
      if (answers.size() > told[0]) {
        told[0] = answers.size();
        answered.run();
      }
      return false;
    };
  }

  private BroadcastOutcome attempt(Endpoint endpoint, SignedTransaction signed)
      throws InterruptedException {
    Instant start = clock.instant();
    BroadcastOutcome outcome = outcome(endpoint, signed);
    int millis = (int) Duration.between(start, clock.instant()).toMillis();
    journal.accept(
        signed.hash(),
        new AttemptRow(
            endpoint.id(),
            endpoint.group(),
            outcome.word(),
            outcome.kind(),
            millis,
            clock.instant(),
            false));
    return outcome;
  }

  private static BroadcastOutcome outcome(Endpoint endpoint, SignedTransaction signed)
      throws InterruptedException {
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
      return new BroadcastOutcome.Unreachable("foreign-hash", true);
    } catch (RpcException e) {
      return refusal(e);
    }
  }

  private static BroadcastOutcome refusal(RpcException e) {
    Optional<NodeError> error = e.error();
    if (error.isPresent() && !e.mayHaveArrived()) {
      return switch (error.get().kind()) {
        case ALREADY_KNOWN, ALREADY_MINED -> new BroadcastOutcome.AlreadyKnown();
        case NODE_INTERNAL, TIMEOUT -> new BroadcastOutcome.Unreachable(e.code(), true);
        default -> new BroadcastOutcome.Rejected(error.get());
      };
    }
    return new BroadcastOutcome.Unreachable(e.code(), e.mayHaveArrived());
  }
}
