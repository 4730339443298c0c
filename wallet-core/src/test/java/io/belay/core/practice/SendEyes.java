package io.belay.core.practice;

import io.belay.base.TxHash;
import io.belay.core.rpc.FeePaid;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Watches a simulated run of sending: what must hold whatever happens, and what became of it all.
final class SendEyes {
  private static final Duration THREE_BLOCKS = Duration.ofSeconds(3L * SendWorld.BLOCK_SECONDS);

  private final SendWorld world;
  private final VirtualTime time;
  private final List<String> violations = new ArrayList<>();
  private final Map<TxHash, TxState> last = new HashMap<>();
  private final Map<TxHash, Duration> pooledSince = new HashMap<>();
  private final Set<TxHash> foreign = new HashSet<>();

  SendEyes(SendWorld world) {
    this.world = world;
    this.time = world.time();
  }

  List<String> violations() {
    return violations;
  }

  void violate(String what) {
    violations.add("at " + time.elapsed().toMillis() + " ms: " + what);
  }

  /// Another wallet of the account has signed this.
  void foreign(TxHash hash) {
    foreign.add(hash);
  }

  /// Holds what the wallet says against what is.
  void observe(List<TxRecord> records, List<SendNode> nodes) {
    for (TxRecord record : records) {
      TxHash hash = record.hash();
      notePools(hash, nodes);
      if (record.state() == TxState.REJECTED && (world.isPooled(hash) || world.everMined(hash))) {
        violate("I6 said rejected, and it is out: " + hash);
      }
      if (record.state() != last.getOrDefault(hash, TxState.SIGNED)) {
        last.put(hash, record.state());
        check(record);
      }
    }
  }

  private void notePools(TxHash hash, List<SendNode> nodes) {
    boolean honest = nodes.stream().anyMatch(n -> n.isGood(THREE_BLOCKS) && n.pool().holds(hash));
    if (honest) {
      pooledSince.putIfAbsent(hash, time.elapsed());
    } else {
      pooledSince.remove(hash);
    }
  }

  private void check(TxRecord record) {
    switch (record.state()) {
      case DROPPED -> {
        Duration since = pooledSince.getOrDefault(record.hash(), time.elapsed());
        if (time.elapsed().minus(since).compareTo(THREE_BLOCKS) > 0) {
          violate("said dropped, and an honest pool held it all the time");
        }
      }
      case INCLUDED, SAFE, FINAL -> checkIncluded(record);
      case REPLACED -> {
        checkReplaced(record);
        checkTaker(record);
      }
      case CONFLICT -> checkTaker(record);
      default -> {}
    }
  }

  private void checkIncluded(TxRecord record) {
    boolean known =
        record.evidence() == Observed.Level.PROVEN || record.evidence() == Observed.Level.AGREED;
    if (known && !world.everMined(record.hash())) {
      violate("I1 said " + record.state() + ", and no block ever held it");
    }
    boolean fails = record.transaction().value().value().longValue() == SendWorld.REFUSED_VALUE;
    if (known && record.succeeded().orElse(fails) == fails) {
      violate("said succeeded=" + record.succeeded() + ", and it did not");
    }
    FeePaid cost = new FeePaid(21_000, record.transaction().maxFeePerGas(), Optional.empty());
    if (record.after().paid().filter(paid -> !paid.equals(cost)).isPresent()) {
      violate("said to have cost " + record.after().paid() + ", and it was " + cost);
    }
    if (record.state() == TxState.FINAL && world.blockOf(record.hash()).isEmpty()) {
      violate("I3 said final, and the chain does not hold it");
    }
  }

  private void checkReplaced(TxRecord record) {
    Optional<TxHash> there = world.minedAt(record.nonce());
    if (there.isEmpty() || there.get().equals(record.hash())) {
      violate("said replaced, and nothing else has its nonce");
    } else if (record.replacedBy().filter(by -> !by.equals(there.get())).isPresent()) {
      violate("said replaced by " + record.replacedBy() + ", and it was " + there);
    }
  }

  /// A transaction called foreign is one.
  private void checkTaker(TxRecord record) {
    Optional<TxHash> taker = record.after().taker();
    if (taker.isPresent()
        && (!foreign.contains(taker.get()) || !taker.equals(record.replacedBy()))) {
      violate("said taken by another wallet's " + taker + ", and it was not");
    }
  }

  /// The end of the run.
  void judge(List<TxRecord> records, SendTally tally) {
    Map<String, Set<Long>> nonces = new HashMap<>();
    Set<String> paid = new HashSet<>();
    for (TxRecord record : records) {
      boolean mined = world.blockOf(record.hash()).isPresent();
      if (!record.state().isOver() || (record.state() == TxState.FINAL && !mined)) {
        violate(
            (mined ? "not told to the end: " : "lost: ")
                + record.state()
                + " nonce "
                + record.nonce());
      }
      if (mined && record.state() != TxState.FINAL) {
        violate("mined, and said to be " + record.state());
      }
      if (mined && !paid.add(record.intentId())) {
        violate("two mined of one intent");
      }
      nonces.computeIfAbsent(record.intentId(), i -> new HashSet<>()).add(record.nonce());
      tally.add(record, ending(record), time.elapsed());
    }
    if (nonces.values().stream().anyMatch(of -> of.size() > 1)) {
      violate("I4 two nonces of one intent");
    }
  }

  private String ending(TxRecord record) {
    return switch (record.state()) {
      case FINAL ->
          (record.succeeded().orElse(true) ? "done" : "reverted")
              + (record.after().paid().isPresent() ? "" : ", cost not known");
      case REPLACED ->
          world.minedAt(record.nonce()).filter(foreign::contains).isPresent()
              ? "replaced by another wallet's, "
                  + (record.after().takenBy().isPresent() ? "named" : "not named")
              : "replaced by an own one";
      default -> record.state().word();
    };
  }
}
