package io.belay.app.cli;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.money.Wei;
import io.belay.core.practice.Fault;
import io.belay.core.practice.PracticeNet;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.track.LiveSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The demo's network and its voice.
final class DemoStage implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Out out;
  private final ThrowAway place;
  private final LiveSession session;
  private int steps;

  DemoStage(Out out, ThrowAway place) {
    this.out = out;
    this.place = place;
    this.session = place.data().openPracticeNetwork().session();
  }

  @Override
  public void close() {
    session.close();
  }

  PracticeNet net() {
    return place.data().practice();
  }

  LiveSession session() {
    return session;
  }

  /// The next step, numbered.
  void say(String line) {
    steps++;
    out.line("");
    out.line(steps + ". " + line);
  }

  void show(String line) {
    out.line("   " + line);
  }

  void all(Fault fault) {
    net().endpoints().forEach(e -> net().setFault(e.id(), fault));
  }

  Observed<Wei> balance(Address account) throws InterruptedException {
    Observed<Wei> balance = session().balance(account);
    String amount =
        balance
            .maybe()
            .map(wei -> session().chain().currency().amount(wei).toString())
            .orElse("not known");
    String by =
        balance
            .proof()
            .map(p -> " at block " + p.blockNumber() + ", by " + String.join(", ", p.groups()))
            .orElse("");
    show(amount + ", " + balance.level().word() + by);
    return balance;
  }

  /// Tells each state until one is reached.
  ///
  /// @return whether it was, in time
  boolean follow(TxHash hash, TxState wanted) throws InterruptedException {
    Instant until = place.data().clock().instant().plus(PATIENCE);
    String said = "";
    boolean evidenceTold = false;
    while (place.data().clock().instant().isBefore(until)) {
      session().step();
      TxRecord record = find(hash);
      if (!evidenceTold && !record.attempts().isEmpty()) {
        evidenceTold = true;
        record.attempts().forEach(row -> show(TxText.outcome(row)));
      }
      String state = record.state().word() + TxText.block(record);
      if (!said.equals(state)) {
        said = state;
        show(state);
      }
      if (record.state().reaches(wanted)) {
        return true;
      }
      Thread.sleep(PAUSE);
    }
    return false;
  }

  private TxRecord find(TxHash hash) {
    List<TxRecord> all = session().activity().get();
    return all.stream().filter(r -> r.hash().equals(hash)).findFirst().orElseThrow();
  }

  /// How many transactions the account has on the chain, by proof.
  long truth(Address account) throws InterruptedException {
    session().refresh();
    return session().nonce(account).maybe().orElse(-1L);
  }
}
