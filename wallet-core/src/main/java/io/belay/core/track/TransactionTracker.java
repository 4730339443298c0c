package io.belay.core.track;

import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.Inclusion;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.TxWatch;
import io.belay.core.rpc.View;
import io.belay.core.send.BroadcastReport;
import io.belay.core.send.Broadcaster;
import io.belay.core.send.SendJournal;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Takes every open transaction of the journal one step further: sends what is due, looks where it
/// is, writes the state. The only writer of transaction states; the caller holds the tracker's
/// lock.
public final class TransactionTracker {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

  private final Reader reader;
  private final SendJournal journal;
  private final Broadcaster broadcaster;
  private final InstantSource clock;
  private boolean started;

  /// A tracker of one chain.
  public TransactionTracker(
      Reader reader, SendJournal journal, Broadcaster broadcaster, InstantSource clock) {
    this.reader = reader;
    this.journal = journal;
    this.broadcaster = broadcaster;
    this.clock = clock;
  }

  /// One round over all open transactions.
  public void step() throws InterruptedException {
    for (TxRecord open : journal.all().reversed()) {
      if (!open.state().isOver()) {
        step(open);
      }
    }
    started = true;
  }

  private void step(TxRecord open) throws InterruptedException {
    TxRecord now = open;
    // the first round sends all that is open: nobody knows how long this computer slept
    if (!now.state().isIncluded() && (!started || isDue(now))) {
      now = send(now);
    }
    View view = reader.view();
    TxWatch.Sighting sighting = reader.find(now.hash(), view);
    for (var endpoint : sighting.holders()) {
      journal.seenAt(now.hash(), endpoint);
    }
    TxRecord next = judge(now, view, sighting);
    if (!next.equals(now)) {
      journal.progress(next);
    }
  }

  private boolean isDue(TxRecord record) {
    return record.nextSend().map(at -> !at.isAfter(clock.instant())).orElse(true);
  }

  private TxRecord send(TxRecord record) throws InterruptedException {
    Optional<SignedTransaction> signed = journal.signed(record.hash());
    if (signed.isEmpty()) {
      return record;
    }
    if (record.state() == TxState.SIGNED) {
      // on disk first: after a crash half-way nobody may call it unsent or refused (I6)
      journal.progress(sending(record));
    }
    BroadcastReport report = broadcaster.broadcast(signed.get());
    TxState state =
        switch (report.verdict()) {
          case SUBMITTED -> further(record.state(), TxState.ACCEPTED);
          case REJECTED -> record.state() == TxState.SIGNED ? TxState.REJECTED : record.state();
          case NOT_SENT -> record.state();
          case UNKNOWN -> further(record.state(), TxState.UNKNOWN);
        };
    Observed.Level level =
        report.verdict() == BroadcastReport.Verdict.SUBMITTED
            ? Observed.Level.SINGLE
            : record.evidence();
    // what never left is tried again in the next round
    Instant next =
        report.verdict() == BroadcastReport.Verdict.NOT_SENT ? clock.instant() : pause(record);
    TxRecord sent =
        with(record, state, record.succeeded(), record.block(), level, Optional.of(next));
    journal.progress(sent);
    return sent;
  }

  private static TxRecord sending(TxRecord record) {
    return with(
        record,
        TxState.SENDING,
        record.succeeded(),
        record.block(),
        record.evidence(),
        record.nextSend());
  }

  private static TxState further(TxState now, TxState reached) {
    return now.reaches(reached) ? now : reached;
  }

  /// 15, 30, 60 s after signing, then every 60 s.
  private Instant pause(TxRecord record) {
    Duration age = Duration.between(record.createdAt(), clock.instant());
    Duration wait = age.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : age;
    return clock.instant().plus(wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
  }

  private TxRecord judge(TxRecord record, View view, TxWatch.Sighting sighting)
      throws InterruptedException {
    Optional<Inclusion> inclusion = sighting.inclusion().maybe();
    if (inclusion.isPresent()) {
      BlockRef block = inclusion.get().block();
      return with(
          record,
          depth(block, view),
          Optional.of(inclusion.get().succeeded()),
          Optional.of(block),
          sighting.inclusion().level(),
          Optional.empty());
    }
    if (record.state().isIncluded()) {
      // gone from its block: only believed when at least two groups know nothing of a receipt
      boolean gone = sighting.pendingGroups().size() >= 2;
      return gone
          ? with(
              record,
              TxState.ACCEPTED,
              Optional.empty(),
              Optional.empty(),
              Observed.Level.SINGLE,
              Optional.of(clock.instant()))
          : record;
    }
    if (groupsHolding(sighting) >= 2 && record.state() != TxState.SIGNED) {
      return with(
          record,
          TxState.SEEN,
          Optional.empty(),
          Optional.empty(),
          Observed.Level.AGREED,
          record.nextSend());
    }
    return replacedOr(record, view, sighting);
  }

  private TxState depth(BlockRef block, View view) {
    long finalized =
        view.finalized() instanceof Observed.Stale<BlockRef>
            ? -1
            : view.finalized().maybe().map(BlockRef::number).orElse(-1L);
    if (block.number() <= finalized) {
      return TxState.FINAL;
    }
    long safe = view.safe().map(BlockRef::number).orElse(-1L);
    return block.number() <= safe ? TxState.SAFE : TxState.INCLUDED;
  }

  private int groupsHolding(TxWatch.Sighting sighting) {
    Set<String> groups = new HashSet<>();
    reader.endpoints().stream()
        .filter(e -> sighting.holders().contains(e.id()))
        .forEach(e -> groups.add(e.group()));
    return groups.size();
  }

  /// The nonce is used on the chain, yet our transaction is nowhere: another one took it. Said only
  /// when the nonce is known by more than one group and at least two groups know nothing of ours.
  private TxRecord replacedOr(TxRecord record, View view, TxWatch.Sighting sighting)
      throws InterruptedException {
    if (sighting.absentGroups().size() < 2 || !sighting.holders().isEmpty()) {
      return record;
    }
    Observed<io.belay.core.rpc.AccountState> account = reader.account(view, record.from());
    boolean strong =
        account.level() == Observed.Level.PROVEN || account.level() == Observed.Level.AGREED;
    boolean passed =
        account.maybe().filter(a -> a.nonce() > record.transaction().nonce()).isPresent();
    return strong && passed
        ? with(
            record,
            TxState.CONFLICT,
            Optional.empty(),
            Optional.empty(),
            account.level(),
            record.nextSend())
        : record;
  }

  private static TxRecord with(
      TxRecord r,
      TxState state,
      Optional<Boolean> succeeded,
      Optional<BlockRef> block,
      Observed.Level evidence,
      Optional<Instant> nextSend) {
    return new TxRecord(
        r.hash(),
        r.intentId(),
        r.from(),
        r.transaction(),
        r.createdAt(),
        state,
        succeeded,
        block,
        evidence,
        r.replacedBy(),
        r.attempts(),
        nextSend);
  }
}
