package io.belay.app.fake;

import io.belay.app.vault.IdleLimit;
import io.belay.base.WalletException;
import java.time.Duration;

/// An idle limit kept in memory.
public final class FakeIdleLimit implements IdleLimit {
  public Duration kept = USUAL;

  /// Whether nothing can be kept.
  public boolean full;

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  public void keep(Duration limit) {
    if (full) {
      throw new WalletException("disk-full", "no space left on the disk");
    }
    kept = limit;
  }
}
