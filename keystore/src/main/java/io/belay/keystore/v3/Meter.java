package io.belay.keystore.v3;

import io.belay.base.WalletException;

/// Counts the work done, tells it in about two hundred steps, and stops it on an interrupt.
final class Meter {
  private static final int STEPS = 200;

  private final Progress progress;
  private final long total;
  private long done;
  private long next;

  /// @param total units of work to come
  Meter(Progress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  /// @throws WalletException `cancelled` when the thread was interrupted
  void add(long units) {
    done += units;
    if (done >= next) {
      next = Math.min(done + Math.max(1, total / STEPS), total);
      if (Thread.currentThread().isInterrupted()) {
        throw new WalletException("cancelled", "cancelled");
      }
      progress.reached(Math.min(1, (double) done / total));
    }
  }
}
