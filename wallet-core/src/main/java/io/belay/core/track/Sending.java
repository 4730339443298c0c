package io.belay.core.track;

import io.belay.base.TxHash;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.Reader;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.Flight;
import io.belay.core.send.SendJournal;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Sends what is due, and what the answers say of it. An answer that is late is heard in a later
/// round; nobody waits for it.
final class Sending {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  // so long one round waits for answers; then it looks where the transactions are
  private static final Duration HEAR = Duration.ofSeconds(1);

  private final Reader reader;
  private final SendJournal journal;
  private final Broadcaster broadcaster;
  private final InstantSource clock;
  private final Runnable changed;
  private final List<Air> air = new ArrayList<>();
  private Set<Endpoint> answering = Set.of();

  /// Transactions on their way.
  ///
  /// @param first those of which not a byte had left before
  /// @param last whether the reserve carries them: there is nobody else to ask
  private record Air(Flight flight, Set<TxHash> hashes, Set<TxHash> first, boolean last) {}

  Sending(
      Reader reader,
      SendJournal journal,
      Broadcaster broadcaster,
      InstantSource clock,
      Runnable changed) {
    this.reader = reader;
    this.journal = journal;
    this.broadcaster = broadcaster;
    this.clock = clock;
    this.changed = changed;
  }

  /// One round.
  ///
  /// @param open what is not over
  /// @param all whether all that is in no block is due, whatever its time
  /// @return those that at least two groups refused for good, and that nobody may hold
  Set<TxHash> round(List<TxRecord> open, boolean all) throws InterruptedException {
    List<TxRecord> waiting =
        open.stream()
            .filter(r -> !r.state().isIncluded())
            .sorted(Comparator.comparingLong(TxRecord::nonce))
            .toList();
    List<TxRecord> due = waiting.stream().filter(r -> isDue(r, all)).toList();
    beginPrivately(due.stream().filter(TxRecord::privately).toList());
    begin(
        due.stream().filter(r -> !r.privately()).toList(),
        endpoint -> !endpoint.config().isReserve(),
        false);
    toThoseWhoAreBack(waiting.stream().filter(r -> !due.contains(r) && !r.privately()).toList());
    Set<TxHash> refused = new HashSet<>();
    for (int i = 0; i < air.size(); i++) { // grows by what goes to the reserve
      Air flying = air.get(i);
      flying.flight().hear(HEAR, this::accepted);
      refused.addAll(judge(flying));
      askReserve(flying);
    }
    air.removeIf(flying -> flying.flight().isOver());
    return refused;
  }

  private boolean isDue(TxRecord record, boolean all) {
    if (record.nextSend().isEmpty()) {
      return record.state() != TxState.CONFLICT; // set aside for another's transaction
    }
    return all || !record.nextSend().get().isAfter(clock.instant());
  }

  /// What is for private relays only waits where there is none, whatever the others would do.
  private void beginPrivately(List<TxRecord> due) {
    if (broadcaster.hasPrivate()) {
      begin(due, endpoint -> endpoint.config().traits().isPrivate(), true);
    } else {
      due.forEach(record -> journal.progress(record.sendAt(pause(record))));
    }
  }

  private void begin(List<TxRecord> due, Predicate<Endpoint> to, boolean last) {
    if (due.isEmpty()) {
      return;
    }
    Set<TxHash> first = new HashSet<>();
    for (TxRecord record : due) {
      TxRecord next = record.sendAt(pause(record));
      if (record.state() == TxState.SIGNED) {
        first.add(record.hash());
        // on disk first: after a crash half-way nobody may call it unsent or refused (I6)
        next = next.in(TxState.SENDING, record.evidence());
      }
      journal.progress(next);
    }
    fly(due, first, to, last);
  }

  private void fly(List<TxRecord> due, Set<TxHash> first, Predicate<Endpoint> to, boolean last) {
    List<SignedTransaction> signed =
        due.stream().map(r -> journal.signed(r.hash())).flatMap(Optional::stream).toList();
    // what an earlier flight finds refused or unsent may be out by this one
    air.forEach(before -> due.forEach(r -> before.first().remove(r.hash())));
    Set<TxHash> hashes = new HashSet<>(signed.stream().map(SignedTransaction::hash).toList());
    air.add(new Air(broadcaster.begin(signed, to), hashes, first, last));
  }

  /// Where nobody took a transaction and it is not refused for good, those are asked who only carry
  /// transactions and were kept for this.
  private void askReserve(Air flying) {
    if (flying.last() || !flying.flight().isOver() || !broadcaster.hasReserve()) {
      return;
    }
    List<TxRecord> left =
        flying.hashes().stream()
            .filter(hash -> flying.flight().report(hash).wantsReserve())
            .flatMap(hash -> journal.find(hash).stream())
            .filter(r -> !r.state().reaches(TxState.ACCEPTED) && !r.state().isOver())
            .toList();
    if (!left.isEmpty()) {
      left.stream()
          .filter(r -> r.state() == TxState.SIGNED)
          .forEach(r -> journal.progress(r.in(TxState.SENDING, r.evidence())));
      fly(left, new HashSet<>(), endpoint -> endpoint.config().isReserve(), true);
    }
  }

  /// Endpoints that did not answer and do so again get what they are not known to hold.
  private void toThoseWhoAreBack(List<TxRecord> waiting) {
    Set<Endpoint> now = new HashSet<>(reader.endpoints());
    now.removeIf(e -> !e.isAnswering());
    for (Endpoint back : now) {
      List<TxRecord> missing = waiting.stream().filter(r -> lacks(back, r)).toList();
      if (!answering.contains(back) && !missing.isEmpty()) {
        fly(missing, new HashSet<>(), back::equals, false);
      }
    }
    answering = now;
  }

  private static boolean lacks(Endpoint endpoint, TxRecord record) {
    return record.nextSend().isPresent()
        && record.attempts().stream()
            .noneMatch(row -> row.endpoint().equals(endpoint.id()) && row.holds());
  }

  /// 15, 30, 60 s after signing, then every 60 s.
  private Instant pause(TxRecord record) {
    Duration age = Duration.between(record.createdAt(), clock.instant());
    Duration wait = age.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : age;
    return clock.instant().plus(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
  }

  /// Said at once: nobody need wait for the rest.
  private void accepted(TxHash hash) {
    journal
        .find(hash)
        .filter(r -> !r.state().reaches(TxState.ACCEPTED) && !r.state().isOver())
        .ifPresent(r -> {
          journal.progress(r.in(TxState.ACCEPTED, Observed.Level.SINGLE));
          changed.run();
        });
  }

  private Set<TxHash> judge(Air flying) {
    Set<TxHash> refused = new HashSet<>();
    for (TxHash hash : flying.hashes()) {
      boolean over = flying.flight().isOver(hash);
      BroadcastReport.Verdict verdict = flying.flight().report(hash).verdict();
      boolean first = flying.first().contains(hash);
      Optional<TxRecord> record = journal.find(hash).filter(r -> !r.state().isIncluded());
      if (over && first && verdict == BroadcastReport.Verdict.REJECTED) {
        refused.add(hash);
      } else if (over && first && verdict == BroadcastReport.Verdict.NOT_SENT) {
        record.ifPresent(this::unsent);
      } else {
        record
            .filter(r -> r.state() == TxState.SENDING)
            .ifPresent(r -> journal.progress(r.in(TxState.UNKNOWN, r.evidence())));
      }
    }
    return refused;
  }

  /// What never left is tried again in the next round.
  private void unsent(TxRecord record) {
    journal.progress(record.in(TxState.SIGNED, record.evidence()).sendAt(clock.instant()));
  }
}
