package io.belay.core.practice;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/// This process's place at the shared chain: owner while it holds `practice.lock`, guest otherwise.
final class Seat implements AutoCloseable {
  private final Path directory;
  private final Supplier<Desk> opener;
  private final SocketPlace place;
  private Optional<FileChannel> lock = Optional.empty();
  private volatile Optional<Owner> owner = Optional.empty();
  private boolean closed;

  /// @param opener opens the chain, once this process may
  Seat(Path directory, Supplier<Desk> opener, SocketPlace place) {
    this.directory = directory;
    this.opener = opener;
    this.place = place;
  }

  Optional<Owner> owner() {
    return owner;
  }

  /// A connection to the owner; empty where nobody is there.
  Optional<SocketChannel> connect() throws IOException {
    try {
      return Optional.of(
          SocketChannel.open(UnixDomainSocketAddress.of(Files.readString(address()).strip())));
    } catch (java.nio.channels.ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty(); // no address yet, or that of an owner who died
    }
  }

  private Path address() {
    return directory.resolve("practice.sock-path");
  }

  /// Takes the chain if nobody has it.
  synchronized void tryToOwn() throws IOException {
    if (closed || owner.isPresent() || !locked()) {
      return;
    }
    try {
      owner = Optional.of(owning());
    } finally {
      if (owner.isEmpty()) {
        unlock();
      }
    }
  }

  private Owner owning() throws IOException {
    Desk desk = opener.get();
    try {
      return new Owner(desk, address(), place);
    } catch (IOException e) {
      desk.chain().close();
      throw e;
    }
  }

  private boolean locked() throws IOException {
    if (lock.isEmpty()) {
      lock =
          Optional.of(
              FileChannel.open(
                  directory.resolve("practice.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE));
    }
    try {
      FileLock held = lock.get().tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false; // another seat in this very process
    }
  }

  private void unlock() throws IOException {
    if (lock.isPresent()) {
      lock.get().close();
      lock = Optional.empty();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (owner.isPresent()) {
      owner.get().close();
      owner = Optional.empty();
      unlock(); // last: the next owner must find everything written
    }
    // A seat that never owned leaves its channel: POSIX would drop the lock of another seat in this
    // process with it.
  }
}
