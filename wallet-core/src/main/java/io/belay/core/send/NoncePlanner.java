package io.belay.core.send;

import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Chooses the nonce of a plan.
final class NoncePlanner {
  private final NonceBook nonces;
  private final SendJournal journal;

  NoncePlanner(NonceBook nonces, SendJournal journal) {
    this.nonces = nonces;
    this.journal = journal;
  }

  /// Behind what two groups at least have in their pools, if the user did not choose a nonce.
  NonceLease lease(Situation now) {
    long next = now.state().nonce();
    OptionalLong wanted = now.intent().nonce();
    if (wanted.isEmpty() && now.pending().agreed().orElse(0) > ownNext(now)) {
      next = Math.max(next, now.pending().agreed().getAsLong());
    }
    return nonces.lease(now.sender(), next, wanted);
  }

  /// The nonce after the chain's and this wallet's own transactions.
  long ownNext(Situation now) {
    Set<Long> own =
        journal.all().stream()
            .filter(r -> r.from().equals(now.sender()))
            .filter(r -> r.state() != TxState.REJECTED && r.state() != TxState.REPLACED)
            .map(r -> r.transaction().nonce())
            .collect(Collectors.toSet());
    long next = now.state().nonce();
    while (own.contains(next)) {
      next++;
    }
    return next;
  }

  void release(NonceLease lease) {
    nonces.release(lease);
  }
}
