package io.belay.base;

/// EIP-155 chain id: positive, at most 2^53 - 1 so that every JSON reader keeps it exact.
public record ChainId(long value) implements Comparable<ChainId> {
  private static final long MAX = (1L << 53) - 1;

  /// Checks the range.
  public ChainId {
    if (value < 1 || value > MAX) {
      throw new WalletException("bad-chain-id", "a chain id is a whole number from 1 to 2^53-1");
    }
  }

  /// Wraps a number.
  public static ChainId of(long value) {
    return new ChainId(value);
  }

  @Override
  public int compareTo(ChainId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
