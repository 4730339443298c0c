package io.belay.core.practice;

import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// What became of the transactions of many runs.
final class SendTally {
  private final Map<TxState, Integer> states = new EnumMap<>(TxState.class);
  private int proven;
  private int unsigned;
  private long seconds;

  synchronized void add(TxRecord record, Duration after) {
    states.merge(record.state(), 1, Integer::sum);
    seconds += after.toSeconds();
    boolean known = record.evidence() == Observed.Level.PROVEN;
    proven += known && record.state() == TxState.FINAL ? 1 : 0;
  }

  /// Where nobody ever told the account well enough, nothing was signed.
  synchronized void unsigned() {
    unsigned++;
  }

  synchronized int transactions() {
    return states.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized int count(TxState state) {
    return states.getOrDefault(state, 0);
  }

  /// Final ones whose place in a block is proven.
  synchronized int proven() {
    return proven;
  }

  @Override
  public synchronized String toString() {
    int all = Math.max(1, transactions());
    return "%d transactions %s (%d final proven), %d s each until over, %d runs without enough to sign by"
        .formatted(transactions(), states, proven, seconds / all, unsigned);
  }
}
