package io.belay.core.practice;

import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// What became of the transactions of many runs, and what was done in them.
final class SendTally {
  private final Map<String, Integer> endings = new TreeMap<>();
  private final Map<String, Integer> done = new TreeMap<>();
  private int all;
  private int last;
  private int proven;
  private int unsigned;
  private long seconds;

  synchronized void add(TxRecord record, String ending, Duration after) {
    all++;
    endings.merge(ending, 1, Integer::sum);
    seconds += after.toSeconds();
    last += record.state() == TxState.FINAL ? 1 : 0;
    boolean known = record.evidence() == Observed.Level.PROVEN;
    proven += known && record.state() == TxState.FINAL ? 1 : 0;
  }

  /// Something was done, or happened.
  synchronized void did(String what) {
    done.merge(what, 1, Integer::sum);
  }

  /// Where nobody ever told the account well enough, nothing was signed.
  synchronized void unsigned() {
    unsigned++;
  }

  synchronized int transactions() {
    return all;
  }

  /// How many ended so.
  synchronized int ended(String how) {
    return endings.getOrDefault(how, 0);
  }

  /// How often something was done whose name begins so.
  synchronized int count(String what) {
    return done.entrySet().stream()
        .filter(d -> d.getKey().startsWith(what))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// How many are final.
  synchronized int ended() {
    return last;
  }

  /// Final ones whose place in a block is proven.
  synchronized int proven() {
    return proven;
  }

  @Override
  public synchronized String toString() {
    return """
    %d transactions, %d final (%d proven), %d s each until over, %d runs without enough to sign by
      endings: %s
      actions: %s\
    """
        .formatted(all, last, proven, seconds / Math.max(1, all), unsigned, endings, done);
  }
}
