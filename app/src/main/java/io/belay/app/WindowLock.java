package io.belay.app;

import io.belay.base.WalletException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One window for each data directory. The process that shows it holds `window.lock`; another asks
/// for it to come to the front by giving that file a new time, which needs no port and no socket.
final class WindowLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WindowLock.class);
  private static final Duration LOOK = Duration.ofMillis(300);

  private final Path file;
  private final FileChannel channel;
  private FileTime seen; // the watcher's, once it runs
  private Optional<Thread> watcher = Optional.empty();

  private WindowLock(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.seen = Files.getLastModifiedTime(file);
  }

  /// Takes the place of the window; empty where another process has it.
  ///
  /// @throws WalletException `store-failed`
  static Optional<WindowLock> take(Path directory) {
    Path file = directory.resolve("window.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new WindowLock(file, channel));
    } catch (OverlappingFileLockException e) {
      // This very process has it. The channel stays: POSIX would drop that lock with it.
      return Optional.empty();
    } catch (IOException e) {
      throw new WalletException("store-failed", "the window's lock file cannot be used", e);
    }
  }

  /// Asks the window of another process to come to the front.
  ///
  /// @throws WalletException `store-failed`
  static void raise(Path directory) {
    try {
      Files.setLastModifiedTime(directory.resolve("window.lock"), FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new WalletException("store-failed", "the window's lock file cannot be used", e);
    }
  }

  /// Does this whenever another process asks, or has asked since the place was taken.
  synchronized void onRaise(Runnable action) {
    watcher = Optional.of(Thread.ofVirtual().name("belay-raise").start(() -> watch(action)));
  }

  private void watch(Runnable action) {
    try {
      while (true) {
        Thread.sleep(LOOK);
        FileTime now = Files.getLastModifiedTime(file);
        if (!now.equals(seen)) {
          seen = now;
          action.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("the window cannot be called to the front: {}", e.getMessage());
    }
  }

  /// Gives the place up.
  @Override
  public synchronized void close() {
    watcher.ifPresent(Thread::interrupt);
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("the window's lock was not given up: {}", e.getMessage());
    }
  }
}
