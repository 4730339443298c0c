package io.belay.core.send;

import io.belay.base.TxHash;
import io.belay.core.rpc.Endpoint;
import io.belay.core.state.Timing;
import io.belay.core.tx.SignedTransaction;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// Carries the same signed bytes to every endpoint at once (I11) and writes each one's answer down.
/// Never to an endpoint that serves another chain (I15). Who waits for the outcome, and how long,
/// changes nothing of it: each endpoint has a lane of its own that works on by itself.
public final class Broadcaster {
  // the chain's id and the bytes, each within the time of one attempt
  private static final Duration LONGEST = Lane.ATTEMPT.multipliedBy(2).plusMillis(500);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final Duration TO_TAKE = Duration.ofSeconds(1);

  private final List<Lane> lanes;
  private final Timing timing;

  /// A broadcaster over these endpoints.
  ///
  /// @param journal writes an endpoint's answer down
  /// @param answered told, on the lane's thread, each time one more answer is in the journal
  public Broadcaster(
      List<Endpoint> endpoints,
      BiConsumer<TxHash, AttemptRow> journal,
      Timing timing,
      Runnable answered) {
    this.timing = timing;
    this.lanes = endpoints.stream().map(e -> new Lane(e, journal, timing, answered)).toList();
  }

  /// Sends and waits for each answer, some 8 s at most; every answer is journalled as it comes.
  /// Where nobody takes it and nobody can say that it is refused for good, the reserve is asked as
  /// well.
  public BroadcastReport broadcast(SignedTransaction signed) throws InterruptedException {
    Flight flight = begin(List.of(signed), endpoint -> !endpoint.config().isReserve());
    flight.hear(LONGEST, f -> {});
    BroadcastReport report = flight.report(signed.hash());
    if (!report.wantsReserve() || !hasReserve()) {
      return report;
    }
    Flight reserve = begin(List.of(signed), endpoint -> endpoint.config().isReserve());
    reserve.hear(LONGEST, f -> {});
    return reserve.report(signed.hash(), flight);
  }

  /// Whether there are endpoints that are asked only where nobody else takes a transaction.
  public boolean hasReserve() {
    return lanes.stream().anyMatch(lane -> lane.endpoint().config().isReserve());
  }

  /// Whether there are private relays.
  public boolean hasPrivate() {
    return lanes.stream().anyMatch(lane -> lane.endpoint().config().traits().isPrivate());
  }

  /// Hands transactions over to the lanes, lowest nonce first, and waits for nothing.
  ///
  /// @param to which endpoints get them
  public Flight begin(List<SignedTransaction> due, Predicate<Endpoint> to) {
    List<Lane> chosen = lanes.stream().filter(lane -> to.test(lane.endpoint())).toList();
    Flight flight =
        new Flight(
            timing,
            due.stream().map(SignedTransaction::hash).toList(),
            chosen.stream().map(Lane::endpoint).toList());
    chosen.forEach(lane -> lane.carry(due, flight));
    return flight;
  }

  /// Whether nothing is on its way.
  public boolean isIdle() {
    return lanes.stream().allMatch(Lane::isIdle);
  }

  /// Waits until nothing is on its way.
  ///
  /// @param longest wait
  public void settle(Duration longest) throws InterruptedException {
    waitFor(Lane::isIdle, longest);
  }

  /// For whoever ends the program: what is on its way is written to the endpoints by this process
  /// or not at all. Where nobody holds a transaction yet, each gets the time of one attempt. Where
  /// one does, the others get a second, counted from when their turn came: time to take the bytes,
  /// and who does not answer then mostly hangs. What he has missed, the next call brings him.
  ///
  /// @param held what endpoints are known to hold from before
  public void leave(Predicate<TxHash> held) throws InterruptedException {
    waitFor(lane -> lane.isIdle() || lane.isLate(TO_TAKE, held), Lane.ATTEMPT);
    lanes.forEach(Lane::abandon);
  }

  private void waitFor(Predicate<Lane> done, Duration longest) throws InterruptedException {
    long until = timing.nanos() + longest.toNanos();
    while (!lanes.stream().allMatch(done) && timing.nanos() < until) {
      timing.sleep(LOOK_AGAIN);
    }
  }
}
