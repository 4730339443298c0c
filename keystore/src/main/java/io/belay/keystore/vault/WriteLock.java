package io.belay.keystore.vault;

import io.belay.base.WalletException;
import io.belay.base.WindowThread;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// `vault.lock`: one write at a time, over all processes and threads that share the directory.
final class WriteLock {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Surroundings around;

  WriteLock(Surroundings around) {
    this.around = around;
  }

  /// Runs the work while holding the lock; makes the directory if needed.
  ///
  /// @throws WalletException `vault-in-use` when another writer outlasts the patience
  <R> R holding(Supplier<R> work) {
    WindowThread.mustNotWait("the vaults' lock");
    try {
      around.disk().createDirectory(around.directory());
      Disk.Held held = take();
      try {
        return work.get();
      } finally {
        held.close();
      }
    } catch (IOException e) {
      throw VaultStore.failure(e);
    }
  }

  private Disk.Held take() throws IOException {
    long tries = 1 + around.patience().dividedBy(PAUSE);
    for (long i = 0; i < tries; i++) {
      Optional<Disk.Held> held = around.disk().tryLock(around.directory().resolve("vault.lock"));
      if (held.isPresent()) {
        return held.get();
      }
      pause();
    }
    throw inUse();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw inUse();
    }
  }

  private static WalletException inUse() {
    return new WalletException("vault-in-use", "another program is writing to the vaults");
  }
}
