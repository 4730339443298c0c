package io.belay.core.track;

import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.AccountState;
import io.belay.core.rpc.Inclusion;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.SeenBlock;
import io.belay.core.rpc.TxWatch;
import io.belay.core.rpc.View;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.TxFacts;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Says how far a transaction has come, from what the endpoints say of it (connectivity.md,
/// "Writing" 6 to 9).
final class Judge {
  private static final int DROPPED_AFTER = 3;
  private static final int STUCK_AFTER = 10;

  private final Reader reader;
  private final InstantSource clock;
  private final Takers takers;

  Judge(Reader reader, InstantSource clock) {
    this.reader = reader;
    this.clock = clock;
    this.takers = new Takers(reader);
  }

  /// The record as it is now.
  ///
  /// @param all the journal, for others at the same nonce
  /// @param refused whether at least two groups have just refused it for good
  TxRecord next(
      TxRecord record, List<TxRecord> all, View view, TxWatch.Sighting sighting, boolean refused)
      throws InterruptedException {
    Optional<Inclusion> inclusion = sighting.inclusion().maybe();
    if (inclusion.isPresent()) {
      return included(record, inclusion.get(), sighting.inclusion().level(), view)
          .paid(sighting.paid());
    }
    if (record.state().isIncluded()) {
      return maybeGone(record, sighting);
    }
    if (!sighting.holders().isEmpty()) {
      return held(record, view, sighting);
    }
    if (refused && sighting.claims().isEmpty()) {
      return record.in(TxState.REJECTED, Observed.Level.AGREED).sendNoMore();
    }
    return missing(record, all, view, sighting);
  }

  private static TxRecord included(
      TxRecord record, Inclusion inclusion, Observed.Level level, View view) {
    BlockRef block = inclusion.block();
    // what two groups said of this block stays said when one of them is away for a moment
    boolean known = record.block().filter(block::equals).isPresent();
    Observed.Level best =
        known && record.evidence().compareTo(level) < 0 ? record.evidence() : level;
    // in another block it costs something else
    TxRecord next = known ? record : record.in(record.state(), record.evidence());
    return next.in(depth(block, view), best, block, inclusion.succeeded())
        .replacedBy(Optional.empty());
  }

  private static TxState depth(BlockRef block, View view) {
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

  /// Gone from its block: only believed when at least two groups know of no block that holds it.
  private TxRecord maybeGone(TxRecord record, TxWatch.Sighting sighting) {
    return sighting.pendingGroups().size() < 2
        ? record
        : record.in(TxState.ACCEPTED, Observed.Level.SINGLE).sendAt(clock.instant());
  }

  private TxRecord held(TxRecord record, View view, TxWatch.Sighting sighting)
      throws InterruptedException {
    Set<String> holding = groups(sighting);
    Set<String> accepting =
        record.attempts().stream()
            .filter(AttemptRow::holds)
            .map(AttemptRow::group)
            .collect(Collectors.toSet());
    TxFacts facts = record.facts().present().acceptedAt(height(view));
    Set<String> beside = new HashSet<>(holding);
    beside.removeAll(accepting);
    boolean seen = holding.size() >= 2 || (!accepting.isEmpty() && !beside.isEmpty());
    Observed.Level level = holding.size() >= 2 ? Observed.Level.AGREED : Observed.Level.SINGLE;
    if (!seen) {
      boolean before = record.state().reaches(TxState.SEEN);
      return before ? record.with(facts) : record.in(TxState.ACCEPTED, level).with(facts);
    }
    boolean stuck = isStuck(record.with(facts), view);
    return record.in(stuck ? TxState.STUCK : TxState.SEEN, level).with(facts);
  }

  /// In the pools for long, and next in line or below the base fee: its fee is too low.
  private boolean isStuck(TxRecord record, View view) throws InterruptedException {
    if (view.head().isEmpty()
        || view.head().get().ref().number() - record.facts().acceptedIn().orElse(Long.MAX_VALUE)
            < STUCK_AFTER) {
      return false;
    }
    boolean below =
        view.head()
            .flatMap(SeenBlock::baseFee)
            .filter(fee -> record.transaction().maxFeePerGas().compareTo(fee) < 0)
            .isPresent();
    return below || nonce(record, view).filter(n -> n == record.nonce()).isPresent();
  }

  private Optional<Long> nonce(TxRecord record, View view) throws InterruptedException {
    Observed<AccountState> account = reader.account(view, record.from());
    return isStrong(account) ? account.maybe().map(AccountState::nonce) : Optional.empty();
  }

  private static boolean isStrong(Observed<?> observed) {
    return observed.level() == Observed.Level.PROVEN || observed.level() == Observed.Level.AGREED;
  }

  private static OptionalLong height(View view) {
    return view.head().isPresent()
        ? OptionalLong.of(view.head().get().ref().number())
        : OptionalLong.empty();
  }

  /// Nobody holds it: it is replaced, dropped, or not known.
  private TxRecord missing(
      TxRecord record, List<TxRecord> all, View view, TxWatch.Sighting sighting)
      throws InterruptedException {
    Optional<TxRecord> other =
        all.stream()
            .filter(r -> r.from().equals(record.from()) && r.nonce() == record.nonce())
            .filter(r -> !r.hash().equals(record.hash()) && r.state().isIncluded())
            .findFirst();
    if (other.isPresent()) {
      return displaced(record, other.get().state() == TxState.FINAL, other.get().evidence())
          .replacedBy(other.map(TxRecord::hash));
    }
    if (sighting.absentGroups().size() < 2) {
      return record.with(record.facts().present());
    }
    Optional<Long> nonce = nonce(record, view);
    if (nonce.isEmpty()) {
      return record;
    }
    if (nonce.get() <= record.nonce()) {
      return wasShown(record) ? absent(record, view) : record;
    }
    TxRecord next = displaced(record, isPastForGood(record, view), Observed.Level.AGREED);
    Optional<SignedTransaction> taker = takers.of(next, view);
    return taker.map(another -> named(next, another, all)).orElse(next);
  }

  /// Whether anybody who can be asked was ever given it: that others do not have what only a relay
  /// got says nothing.
  private boolean wasShown(TxRecord record) {
    return record.attempts().isEmpty()
        || record.attempts().stream()
            .anyMatch(row ->
                reader.endpoints().stream()
                    .anyMatch(
                        e -> e.id().equals(row.endpoint()) && !e.config().traits().isPrivate()));
  }

  /// An own one that is only now found in its block is no other wallet's.
  private static TxRecord named(TxRecord record, SignedTransaction taker, List<TxRecord> all) {
    return all.stream().anyMatch(r -> r.hash().equals(taker.hash()))
        ? record.replacedBy(Optional.of(taker.hash()))
        : record.takenBy(taker);
  }

  private static TxRecord displaced(TxRecord record, boolean forGood, Observed.Level level) {
    TxRecord next = record.in(forGood ? TxState.REPLACED : TxState.CONFLICT, level);
    return forGood ? next.sendNoMore() : next;
  }

  /// Whether another transaction has the nonce at the finalized block too.
  private boolean isPastForGood(TxRecord record, View view) throws InterruptedException {
    Observed<tools.jackson.databind.JsonNode> count =
        reader.read(
            view,
            "eth_getTransactionCount",
            reader.parameters(record.from().toLowerHex(), "finalized"));
    return isStrong(count)
        && count
            .maybe()
            .flatMap(io.belay.core.rpc.Quantity::of)
            .filter(n -> n > record.nonce())
            .isPresent();
  }

  private TxRecord absent(TxRecord record, View view) {
    boolean setAside = record.state() == TxState.CONFLICT && record.nextSend().isEmpty();
    if (setAside) {
      return record;
    }
    TxRecord next = record.with(record.facts().absentAt(height(view)));
    if (record.state() == TxState.CONFLICT) {
      // the block with the other one is gone
      return next.in(TxState.UNKNOWN, record.evidence()).replacedBy(Optional.empty());
    }
    long since = next.facts().absentSince().orElse(Long.MAX_VALUE);
    boolean gone = height(view).orElse(Long.MIN_VALUE) - DROPPED_AFTER >= since;
    return gone && record.state().reaches(TxState.ACCEPTED)
        ? next.in(TxState.DROPPED, Observed.Level.AGREED).sendAt(clock.instant())
        : next;
  }

  private Set<String> groups(TxWatch.Sighting sighting) {
    return reader.endpoints().stream()
        .filter(e -> sighting.holders().contains(e.id()))
        .map(io.belay.core.rpc.Endpoint::group)
        .collect(Collectors.toSet());
  }
}
