package io.belay.core.track;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.TxWatch;
import io.belay.core.rpc.View;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.SendJournal;
import io.belay.core.send.TxRecord;
import io.belay.core.tx.DecodedTransaction;
import io.belay.core.tx.SignedTransaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Takes every open transaction of the journal one step further: sends what is due, looks where it
/// is, writes the state. The only writer of transaction states; the caller holds the tracker's
/// lock.
public final class TransactionTracker {
  // of one account's queue the first so many: the later ones cannot be mined before them
  private static final int WATCHED = 16;

  private final Reader reader;
  private final SendJournal journal;
  private final Sending sending;
  private final Judge judge;
  private final BlackHoles blackHoles;
  private final BooleanSupplier woken;

  /// A tracker of one chain.
  ///
  /// @param woken whether all that is open is to be sent again, as after a start or a sleep
  /// @param changed told when a state has changed within a step
  public TransactionTracker(
      Reader reader,
      SendJournal journal,
      Broadcaster broadcaster,
      InstantSource clock,
      BooleanSupplier woken,
      Runnable changed) {
    this.reader = reader;
    this.journal = journal;
    this.sending = new Sending(reader, journal, broadcaster, clock, changed);
    this.judge = new Judge(reader, clock);
    this.blackHoles = new BlackHoles(reader, journal);
    this.woken = woken;
  }

  /// One round over all open transactions.
  public void step() throws InterruptedException {
    boolean all = woken.getAsBoolean();
    List<TxRecord> open = open();
    if (open.isEmpty()) {
      return;
    }
    Set<TxHash> refused = sending.round(open, all);
    View view = reader.wholeView();
    for (TxRecord record : watched()) {
      look(record, view, refused.contains(record.hash()));
    }
  }

  private List<TxRecord> open() {
    return journal.all().reversed().stream().filter(r -> !r.state().isOver()).toList();
  }

  /// What is worth looking for: what is in a block, and of what waits the first.
  private List<TxRecord> watched() {
    Map<Address, Integer> queued = new HashMap<>();
    List<TxRecord> watched = new ArrayList<>();
    for (TxRecord record :
        open().stream().sorted(Comparator.comparingLong(TxRecord::nonce)).toList()) {
      boolean wanted =
          record.state().isIncluded() || queued.merge(record.from(), 1, Integer::sum) <= WATCHED;
      if (wanted) {
        watched.add(record);
      }
    }
    return watched;
  }

  private void look(TxRecord record, View view, boolean refused) throws InterruptedException {
    Optional<SignedTransaction> signed = journal.signed(record.hash());
    if (signed.isEmpty()) {
      return;
    }
    TxWatch.Sighting sighting =
        reader.find(
            record.hash(),
            signed.get().raw(),
            DecodedTransaction.priceOf(signed.get().raw()),
            view);
    for (var row : record.attempts()) {
      if (!row.seen() && sighting.holders().contains(row.endpoint())) {
        journal.seenAt(record.hash(), row.endpoint());
      }
    }
    // answers that came late meanwhile are part of the picture
    List<TxRecord> all = journal.all();
    TxRecord now =
        all.stream().filter(r -> r.hash().equals(record.hash())).findFirst().orElse(record);
    TxRecord next = judge.next(now, all, view, sighting, refused);
    if (!next.equals(now)) {
      journal.progress(next);
    }
    if (!next.state().isIncluded()) {
      blackHoles.look(now.in(next.state(), now.evidence()), all, view, sighting);
    }
  }

  /// When the next transaction is due; empty where none is.
  public Optional<Instant> nextDue() {
    return open().stream()
        .map(TxRecord::nextSend)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }
}
