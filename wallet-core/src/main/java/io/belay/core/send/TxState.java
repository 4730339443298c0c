package io.belay.core.send;

/// How far a transaction has come; the words are a contract of the command line.
public enum TxState {
  /// Signed and journalled; not sent.
  SIGNED,
  /// On its way.
  SENDING,
  /// An endpoint took it.
  ACCEPTED,
  /// Found by its hash in another group's pool.
  SEEN,
  /// In a block.
  INCLUDED,
  /// In a block that is unlikely to go.
  SAFE,
  /// In a finalized block.
  FINAL,
  /// Sent, answers lost; it may be out.
  UNKNOWN,
  /// Another transaction holds its nonce.
  CONFLICT,
  /// In at least two groups' pools for long, and no block takes it: its fee is too low.
  STUCK,
  /// Gone from the pools; sent again.
  DROPPED,
  /// Another transaction took its nonce for good.
  REPLACED,
  /// Refused by at least two groups; not out.
  REJECTED;

  /// The word the command line uses.
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// Whether nothing more can happen to it.
  public boolean isOver() {
    return this == FINAL || this == REPLACED || this == REJECTED;
  }

  /// Whether it is in a block.
  public boolean isIncluded() {
    return this == INCLUDED || this == SAFE || this == FINAL;
  }

  /// Whether a second signature at its nonce makes sense: it may still be open.
  public boolean isReplaceable() {
    return !isOver() && !isIncluded() && this != CONFLICT;
  }

  /// Whether this is at least as far as the state awaited.
  public boolean reaches(TxState awaited) {
    return rank() >= awaited.rank();
  }

  private int rank() {
    return switch (this) {
      case SIGNED, REPLACED, REJECTED -> 0;
      case SENDING, UNKNOWN, CONFLICT, DROPPED -> 1;
      case ACCEPTED -> 2;
      case SEEN, STUCK -> 3;
      case INCLUDED -> 4;
      case SAFE -> 5;
      case FINAL -> 6;
    };
  }
}
