package io.belay.keystore.vault;

import io.belay.base.WalletException;
import java.time.Duration;
import java.util.List;

/// What one guess at a password costs: Argon2id's parameters (RFC 9106).
///
/// @param mKiB memory, 16 MiB to 1 GiB, in KiB
/// @param t passes, 1 to 16
/// @param p lanes, 1 to 16
public record KdfCost(int mKiB, int t, int p) {
  /// What new vaults cost: 256 MiB, three passes; about a second on a desktop of 2024.
  public static final KdfCost DEFAULT = new KdfCost(256 * 1024, 3, 1);

  /// What a vault made today costs at least. Below it guessing is cheap, so a slow machine waits
  /// instead.
  static final KdfCost FLOOR = new KdfCost(64 * 1024, 3, 1);

  private static final int LEAST_KIB = 16 * 1024;
  private static final int MOST_KIB = 1024 * 1024;
  private static final int MOST = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Checks the bounds.
  ///
  /// @throws WalletException `kdf-out-of-bounds`
  public KdfCost {
    if (mKiB < LEAST_KIB || mKiB > MOST_KIB || t < 1 || t > MOST || p < 1 || p > MOST) {
      throw new WalletException(
          "kdf-out-of-bounds", "the vault asks for a key derivation outside the accepted bounds");
    }
  }

  /// The highest of 256, 128 and 64 MiB (three passes each) that this machine's heap holds and that
  /// takes at most about two seconds. Runs one derivation at the lowest cost to measure.
  public static KdfCost calibrated() {
    return fitting(Runtime.getRuntime().maxMemory(), Argon2.probe());
  }

  /// The choice behind [#calibrated()].
  ///
  /// @param heapMax bytes
  /// @param probe time of one pass over 16 MiB
  static KdfCost fitting(long heapMax, Duration probe) {
    for (KdfCost cost : List.of(DEFAULT, new KdfCost(128 * 1024, 3, 1))) {
      Duration expected = probe.multipliedBy((long) cost.mKiB / LEAST_KIB * cost.t);
      if (cost.bytes() <= heapMax / 2 && expected.compareTo(PATIENCE) <= 0) {
        return cost;
      }
    }
    return FLOOR;
  }

  /// Whether a guess is cheaper than [#FLOOR], in memory or in memory times passes.
  public boolean isBelowFloor() {
    return mKiB < FLOOR.mKiB || (long) mKiB * t < (long) FLOOR.mKiB * FLOOR.t;
  }

  /// Memory in bytes.
  long bytes() {
    return mKiB * 1024L;
  }
}
