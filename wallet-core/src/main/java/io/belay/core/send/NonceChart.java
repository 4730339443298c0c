package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.TxHash;
import io.belay.core.rpc.PendingNonce;
import io.belay.core.state.Observed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An account's nonces as the chain, the pools and this journal have them: what is where, and what
/// keeps the queue from moving. A pure value.
///
/// @param account the account
/// @param onChain its nonce on the chain, and how that is known
/// @param next the nonce that the next transaction gets
/// @param slots from the lowest that is open, or was ours lately, upwards
public record NonceChart(
    Address account, Observed<Long> onChain, long next, List<NonceSlot> slots) {
  // as many as one page shows; a queue is worked off from below
  private static final int MOST = 256;

  /// Copies the slots.
  public NonceChart {
    slots = List.copyOf(slots);
  }

  /// Draws the chart.
  ///
  /// @param onChain known; a disputed or unknown one cannot be charted
  /// @param pending the pools' counts
  /// @param records this wallet's transactions of the account
  /// @param seenBy groups whose pools hold a transaction
  /// @throws io.belay.base.WalletException `no-way-to-chain` where the nonce is not known
  public static NonceChart of(
      Address account,
      Observed<Long> onChain,
      PendingNonce pending,
      List<TxRecord> records,
      Map<TxHash, Set<String>> seenBy) {
    long mined =
        onChain
            .maybe()
            .orElseThrow(() ->
                new io.belay.base.WalletException(
                    "no-way-to-chain", "nobody says which nonces are used"));
    List<TxRecord> ours =
        records.stream()
            .filter(r -> r.from().equals(account))
            .filter(r -> r.state() != TxState.REJECTED)
            .toList();
    long from =
        ours.stream()
            .filter(r -> !r.state().isOver())
            .mapToLong(TxRecord::nonce)
            .min()
            .orElse(mined);
    long pooled = pending.agreed().orElse(mined);
    long highest =
        ours.stream()
            .filter(r -> r.state() != TxState.REPLACED)
            .mapToLong(TxRecord::nonce)
            .max()
            .orElse(-1);
    long until = Math.max(Math.max(mined, pooled), highest + 1);
    List<NonceSlot> slots = new ArrayList<>();
    for (long nonce = Math.min(from, mined); nonce < until && slots.size() < MOST; nonce++) {
      slots.add(slot(nonce, mined, pooled, at(ours, nonce), seenBy));
    }
    return new NonceChart(account, onChain, until, slots);
  }

  private static List<TxRecord> at(List<TxRecord> ours, long nonce) {
    return ours.stream().filter(r -> r.nonce() == nonce).toList();
  }

  private static NonceSlot slot(
      long nonce, long mined, long pooled, List<TxRecord> lane, Map<TxHash, Set<String>> seenBy) {
    Optional<TxRecord> included = lane.stream().filter(r -> r.state().isIncluded()).findFirst();
    if (included.isPresent()) {
      return new NonceSlot(nonce, NonceSlot.Kind.MINED, included.map(TxRecord::hash), List.of());
    }
    Optional<TxRecord> held =
        lane.stream()
            .filter(r -> !seenBy.getOrDefault(r.hash(), Set.of()).isEmpty())
            .max(Comparator.comparing(TxRecord::createdAt));
    Optional<TxRecord> latest = held.or(() -> lane.stream().findFirst());
    List<String> groups =
        held.map(r -> List.copyOf(seenBy.getOrDefault(r.hash(), Set.of()))).orElse(List.of());
    return new NonceSlot(
        nonce, kind(nonce, mined, pooled, latest, held), latest.map(TxRecord::hash), groups);
  }

  private static NonceSlot.Kind kind(
      long nonce, long mined, long pooled, Optional<TxRecord> latest, Optional<TxRecord> held) {
    if (held.isPresent()) {
      boolean stuck = held.get().state() == TxState.STUCK;
      return stuck ? NonceSlot.Kind.STUCK : NonceSlot.Kind.IN_POOL;
    }
    if (nonce < mined) {
      return NonceSlot.Kind.FOREIGN;
    }
    if (latest.isEmpty()) {
      return nonce < pooled ? NonceSlot.Kind.FOREIGN : NonceSlot.Kind.GAP;
    }
    return isOutbid(latest.get()) ? NonceSlot.Kind.FOREIGN : NonceSlot.Kind.UNSEEN;
  }

  /// Pools that hold another transaction at the nonce say that ours offers too little to take its
  /// place.
  private static boolean isOutbid(TxRecord record) {
    return record.attempts().stream()
            .filter(row -> row.kind().equals("replacement-underpriced"))
            .map(AttemptRow::group)
            .distinct()
            .count()
        >= 2;
  }

  /// Slots that something can be done about.
  public List<NonceSlot> troubled() {
    return slots.stream().filter(s -> s.kind().repair() != NonceSlot.Repair.NONE).toList();
  }
}
