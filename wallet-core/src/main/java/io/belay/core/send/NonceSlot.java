package io.belay.core.send;

import io.belay.base.TxHash;
import java.util.List;
import java.util.Optional;

/// One nonce of an account.
///
/// @param nonce the nonce
/// @param kind what is there
/// @param ours this wallet's transaction at it: the mined one, else the latest
/// @param seenBy groups whose pools hold ours, sorted
public record NonceSlot(long nonce, Kind kind, Optional<TxHash> ours, List<String> seenBy) {
  /// Copies and sorts the groups.
  public NonceSlot {
    seenBy = seenBy.stream().sorted().toList();
  }

  /// What is at a nonce.
  public enum Kind {
    /// Ours, in a block.
    MINED(Repair.NONE),
    /// Ours, in at least one pool.
    IN_POOL(Repair.NONE),
    /// Ours, in the pools for long: its fee is too low.
    STUCK(Repair.REPLACE),
    /// Ours, signed, and no pool that answers holds it.
    UNSEEN(Repair.RESEND),
    /// Nothing, while later ones wait for it.
    GAP(Repair.FILL),
    /// Another wallet's of the same account, in a pool or mined.
    FOREIGN(Repair.ADOPT);

    private final Repair repair;

    Kind(Repair repair) {
      this.repair = repair;
    }

    /// What helps.
    public Repair repair() {
      return repair;
    }

    /// The word the command line uses.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// What can be done about it.
  public enum Repair {
    /// Nothing is wrong.
    NONE,
    /// Send the stored bytes again.
    RESEND,
    /// Send nothing to oneself at this nonce, so that the later ones move.
    FILL,
    /// Sign the same again for more.
    REPLACE,
    /// Take the other one as it is; ours, where there is one, is sent no more.
    ADOPT;

    /// The word the command line uses.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
