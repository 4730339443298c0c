package io.belay.core.practice;

import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// The person of a simulated run of sending: wants things sent, thinks better of it, repairs.
final class SendPerson {
  // so long a person waits for what does not move
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final SendSimPlan plan;
  private final VirtualTime time;
  private final SendTally tally;
  private final SplittableRandom random;
  private final Set<Integer> made = new HashSet<>();
  private final Set<SendAct> done = new HashSet<>();

  SendPerson(SendSimPlan plan, VirtualTime time, SendTally tally) {
    this.plan = plan;
    this.time = time;
    this.tally = tally;
    this.random = plan.random().split();
  }

  /// Whether all that was wanted is signed.
  boolean isContent() {
    return made.size() == plan.wishes().size();
  }

  /// Sends and does what is due.
  ///
  /// @param wallet the present process
  /// @param records what its journal held a moment ago
  void act(SendWallet wallet, List<TxRecord> records) throws InterruptedException {
    for (int i = 0; i < plan.wishes().size(); i++) {
      SendWish wish = plan.wishes().get(i);
      if (!made.contains(i) && wish.at().compareTo(time.elapsed()) <= 0) {
        send(wallet, i, wish);
      }
    }
    for (SendAct act : plan.acts()) {
      if (!done.contains(act)
          && act.at().compareTo(time.elapsed()) <= 0
          && does(wallet, act, records)) {
        done.add(act);
      }
    }
    repair(wallet, records);
  }

  private void send(SendWallet wallet, int index, SendWish wish) throws InterruptedException {
    String intent = "intent-" + index;
    Optional<Timing.Task> other =
        wish.twice()
            ? Optional.of(
                time.start(
                    "other process",
                    () -> {
                      try {
                        wallet.send(intent, wish.kind());
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                    }))
            : Optional.empty();
    var hash = wallet.send(intent, wish.kind());
    if (hash.isPresent() && hash.equals(wallet.send(intent, wish.kind()))) { // a double click
      made.add(index);
      tally.did(wish.twice() ? "sent by two at once" : "sent twice");
    }
    if (other.isPresent()) {
      time.sleep(Duration.ofSeconds(1));
    }
  }

  private boolean does(SendWallet wallet, SendAct act, List<TxRecord> records) {
    boolean early = act.at().toMillis() % 4 == 0; // mostly not before it has left
    List<TxRecord> open =
        records.stream()
            .filter(r -> r.state().isReplaceable())
            .filter(r -> early || r.state() != TxState.SIGNED)
            .toList();
    if (open.isEmpty()) {
      return false;
    }
    TxRecord one = open.get(random.nextInt(open.size()));
    return does(wallet, act.kind(), one, act.kind().name().toLowerCase(java.util.Locale.ROOT));
  }

  private boolean does(SendWallet wallet, SendAct.Kind kind, TxRecord record, String word) {
    if (kind == SendAct.Kind.RESEND) {
      wallet.resend(record);
    } else if (!wallet.replace(record, kind)) {
      return false;
    }
    tally.did(word + " when " + record.state().word());
    return true;
  }

  /// What nobody ever takes is cancelled, and gaps are filled.
  private void repair(SendWallet wallet, List<TxRecord> all) throws InterruptedException {
    for (TxRecord record : all) {
      boolean old = record.createdAt().plus(PATIENCE).isBefore(time.instant());
      boolean hopeless = record.transaction().gasLimit() < 21_000;
      boolean cancelled =
          all.stream()
              .anyMatch(r -> r.nonce() == record.nonce() && r.transaction().gasLimit() >= 21_000);
      if (old && hopeless && !cancelled && record.state().isReplaceable()) {
        does(wallet, SendAct.Kind.CANCEL, record, "cancel the hopeless");
      }
    }
    if (all.stream().anyMatch(r -> r.state() == TxState.REJECTED)) {
      for (int i = wallet.fillGaps(); i > 0; i--) {
        tally.did("fill a gap");
      }
    }
  }
}
