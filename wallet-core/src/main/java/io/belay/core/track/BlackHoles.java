package io.belay.core.track;

import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.TxWatch;
import io.belay.core.rpc.View;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.SendJournal;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds endpoints that accept a transaction which nobody else ever sees.
final class BlackHoles {
  private static final int BLOCKS = 2;

  private final Reader reader;
  private final SendJournal journal;

  BlackHoles(Reader reader, SendJournal journal) {
    this.reader = reader;
    this.journal = journal;
  }

  /// Counts the blocks since each acceptance, and marks whom they show to swallow transactions. One
  /// that another took the place of, ours or somebody else's, is in no pool, and nobody is to
  /// blame.
  ///
  /// @param all the journal, for others at the same nonce
  void look(TxRecord record, List<TxRecord> all, View view, TxWatch.Sighting sighting) {
    if (view.head().isEmpty() || isOutOfTheWay(record, all)) {
      return;
    }
    long head = view.head().get().ref().number();
    for (AttemptRow row : record.attempts()) {
      if (!tells(row)) {
        continue;
      }
      if (row.holds() && row.acceptedIn().isEmpty()) {
        journal.acceptedIn(record.hash(), row.endpoint(), head);
      } else if (row.holds()
          && !row.blackHole()
          && head - row.acceptedIn().orElse(head) >= BLOCKS
          && isSeenByNobodyElse(row, record, sighting)) {
        mark(record, row);
      }
    }
  }

  private static boolean isOutOfTheWay(TxRecord record, List<TxRecord> all) {
    return record.state() == TxState.CONFLICT
        || record.state() == TxState.REPLACED
        || all.stream()
            .anyMatch(r ->
                r.from().equals(record.from())
                    && r.nonce() == record.nonce()
                    && !r.hash().equals(record.hash())
                    && r.state() != TxState.REJECTED);
  }

  /// Whether its pool can be looked into at all: who only carries transactions, or keeps them from
  /// the others on purpose, is no black hole.
  private boolean tells(AttemptRow row) {
    return reader.endpoints().stream()
        .anyMatch(e -> e.id().equals(row.endpoint()) && !e.config().traits().isPrivate());
  }

  private boolean isSeenByNobodyElse(AttemptRow row, TxRecord record, TxWatch.Sighting sighting) {
    Set<String> holding =
        reader.endpoints().stream()
            .filter(e -> sighting.holders().contains(e.id()))
            .map(Endpoint::group)
            .collect(Collectors.toSet());
    holding.remove(row.group());
    boolean somebodyElseLooked =
        sighting.absentGroups().stream().anyMatch(group -> !group.equals(row.group()));
    return holding.isEmpty()
        && somebodyElseLooked
        && sighting.claims().isEmpty()
        && record.attempts().stream().noneMatch(r -> r.seen() && !r.group().equals(row.group()));
  }

  private void mark(TxRecord record, AttemptRow row) {
    journal.blackHole(record.hash(), row.endpoint());
    reader.endpoints().stream()
        .filter(e -> e.id().equals(row.endpoint()))
        .forEach(e ->
            e.blame("black-hole", "it accepted a transaction that nobody else saw for two blocks"));
  }
}
