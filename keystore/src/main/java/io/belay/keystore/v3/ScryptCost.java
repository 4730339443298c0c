package io.belay.keystore.v3;

import io.belay.base.WalletException;

/// What one guess at a keystore's password costs: scrypt's parameters (RFC 7914). The bounds keep a
/// hostile file from taking the machine's memory or hours of its time.
///
/// @param n iterations and memory, a power of two from 2 to 2^20
/// @param r block size in units of 128 bytes, at most 2^16
/// @param p lanes, one after the other
public record ScryptCost(int n, int r, int p) {
  /// What exported keystores cost: 256 MiB, about a second; the same as go-ethereum's.
  public static final ScryptCost STANDARD = new ScryptCost(1 << 18, 8, 1);

  private static final long MOST_N = 1 << 20;
  private static final long MOST_R = 1 << 16;
  private static final long MOST_BYTES = 1L << 30;
  private static final long MOST_WORK = 1L << 24;

  /// Checks the bounds: 128·n·r at most 1 GiB, n·r·p at most 2^24.
  ///
  /// @throws WalletException `kdf-out-of-bounds`
  public ScryptCost {
    check(n, r, p);
  }

  /// Numbers as a file has them, of any size.
  static ScryptCost of(long n, long r, long p) {
    check(n, r, p);
    return new ScryptCost((int) n, (int) r, (int) p);
  }

  private static void check(long n, long r, long p) {
    // each line keeps the products of the next within a long
    boolean fits =
        n >= 2
            && n <= MOST_N
            && Long.bitCount(n) == 1
            && r >= 1
            && r <= MOST_R
            && p >= 1
            && 128 * n * r <= MOST_BYTES
            && p <= MOST_WORK / (n * r);
    if (!fits) {
      throw Refusal.outOfBounds();
    }
  }

  /// Memory that a derivation takes, in bytes: n blocks of 128·r and three more to work on.
  long bytes() {
    return 128L * r * (n + 3L);
  }
}
