package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// Transactions waiting for a block: by sender and nonce. Those behind a missing nonce are queued,
/// the others pending. Guarded by the chain's lock.
final class PracticePool {
  private record Waiting(PracticeTx tx, long arrival) {}

  private final Map<Address, TreeMap<Long, Waiting>> bySender = new TreeMap<>();
  private final Map<Bytes32, PracticeTx> byHash = new HashMap<>();
  private long arrivals;

  Optional<PracticeTx> find(Bytes32 hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  /// The transaction a new one with this sender and nonce would replace.
  Optional<PracticeTx> at(Address sender, long nonce) {
    return Optional.ofNullable(of(sender).get(nonce)).map(Waiting::tx);
  }

  /// What a sender's other waiting transactions may cost.
  BigInteger costBeside(Address sender, long nonce) {
    return of(sender).values().stream()
        .filter(w -> w.tx().nonce() != nonce)
        .map(w -> w.tx().cost())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /// The first nonce, from this one on, that no transaction waits with.
  long nextNonce(Address sender, long from) {
    long next = from;
    while (of(sender).containsKey(next)) {
      next++;
    }
    return next;
  }

  /// Puts a transaction in, in place of one with the same nonce.
  void put(PracticeTx tx) {
    Waiting old =
        bySender
            .computeIfAbsent(tx.from(), a -> new TreeMap<>())
            .put(tx.nonce(), new Waiting(tx, arrivals++));
    if (old != null) {
      byHash.remove(old.tx().hash());
    }
    byHash.put(tx.hash(), tx);
  }

  /// Drops what a new state has made impossible: nonces used, money gone.
  void settle(PracticeState state) {
    for (Address sender : List.copyOf(bySender.keySet())) {
      PracticeAccount account = state.account(sender);
      Map<Long, Waiting> waiting = of(sender);
      for (Waiting w : List.copyOf(waiting.values())) {
        if (w.tx().nonce() < account.nonce() || w.tx().cost().compareTo(account.balance()) > 0) {
          waiting.remove(w.tx().nonce());
          byHash.remove(w.tx().hash());
        }
      }
      if (waiting.isEmpty()) {
        bySender.remove(sender);
      }
    }
  }

  /// Everything that waits, in order of arrival.
  List<PracticeTx> all() {
    List<Waiting> all = new ArrayList<>();
    bySender.values().forEach(m -> all.addAll(m.values()));
    all.sort(Comparator.comparingLong(Waiting::arrival));
    return all.stream().map(Waiting::tx).toList();
  }

  void clear() {
    bySender.clear();
    byHash.clear();
  }

  private Map<Long, Waiting> of(Address sender) {
    return bySender.getOrDefault(sender, new TreeMap<>());
  }

  /// The order of a block: highest tip first, earlier arrival between equals, every sender's own in
  /// nonce order.
  PracticeMiner.Source source(BigInteger baseFee) {
    PriorityQueue<List<Waiting>> heads =
        new PriorityQueue<>(
            Comparator.comparing((List<Waiting> l) -> l.getFirst().tx().tip(baseFee))
                .reversed()
                .thenComparingLong(l -> l.getFirst().arrival()));
    for (TreeMap<Long, Waiting> sender : bySender.values()) {
      heads.add(queue(sender.values()));
    }
    return (executor, gas) -> {
      while (!heads.isEmpty()) {
        List<Waiting> queue = heads.remove();
        PracticeTx tx = queue.getFirst().tx();
        if (tx.gas() <= gas && executor.canRun(tx)) {
          if (queue.size() > 1) {
            heads.add(queue.subList(1, queue.size()));
          }
          return Optional.of(tx);
        }
      }
      return Optional.empty();
    };
  }

  private static List<Waiting> queue(Collection<Waiting> waiting) {
    return List.copyOf(waiting);
  }
}
