package io.belay.core.track;

import io.belay.base.WalletException;
import io.belay.base.WindowThread;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// Of all processes on one data directory, and all sessions of one, the holder alone re-sends and
/// writes states.
final class TrackerLock {
  private final Path file;
  private final ReentrantLock own = new ReentrantLock();

  /// @param file made where it is missing; stays empty
  TrackerLock(Path file) {
    this.file = file;
  }

  /// What the holder does.
  interface Work {
    void run() throws InterruptedException;
  }

  /// Works unless another process or session has the lock.
  ///
  /// @throws WalletException `store-failed`
  void ifFree(Work work) throws InterruptedException {
    WindowThread.mustNotWait("the tracker's lock");
    own.lockInterruptibly();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        work.run();
      }
    } catch (OverlappingFileLockException e) {
      return; // another session of this process tracks
    } catch (IOException e) {
      throw new WalletException("store-failed", "the tracker's lock file cannot be used", e);
    } finally {
      own.unlock();
    }
  }
}
