package io.belay.core.practice;

import io.belay.base.WalletException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process that has the chain: ticks it and serves it to the others over the socket. Exists
/// only while the caller holds `practice.lock`.
final class Owner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Owner.class);
  private static final long TICK_MILLIS = 100;

  private final Desk desk;
  private final Path address;
  private final Path socket;
  private final ServerSocketChannel server;
  private final Set<SocketChannel> guests = ConcurrentHashMap.newKeySet();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread ticker;

  /// @param address the file that tells the others where the socket is
  Owner(Desk desk, Path address, SocketPlace place) throws IOException {
    this.desk = desk;
    this.address = address;
    removeLeftOver();
    this.socket = place.fresh();
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket));
      SocketPlace.tighten(socket);
      SmallFile.replace(address, socket.toString());
    } catch (IOException e) {
      server.close();
      throw e;
    }
    tickOnce(); // what came due while nobody had the chain is there before the first answer
    Thread.ofVirtual().name("practice-accept").start(this::accept);
    this.ticker = Thread.ofPlatform().daemon().name("practice-tick").start(this::tick);
  }

  Desk desk() {
    return desk;
  }

  /// An owner that was killed leaves its socket behind.
  private void removeLeftOver() throws IOException {
    if (Files.exists(address)) {
      Path old = Path.of(Files.readString(address).strip());
      if (SocketPlace.isSocketName(old)) {
        Files.deleteIfExists(old);
      }
    }
  }

  private void tick() {
    try {
      // waiting, not interrupting, ends it: an interrupt would close the chain's files under it
      while (!over.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        tickOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tickOnce() {
    try {
      desk.chain().tick();
    } catch (WalletException e) {
      LOG.warn("the practice chain did not tick: {}", e.code());
    }
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel guest = server.accept();
        guests.add(guest);
        Thread.ofVirtual().name("practice-guest").start(() -> serve(guest));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        LOG.warn("the practice socket took no connection: {}", e.getMessage());
        if (!paused()) {
          return;
        }
      }
    }
  }

  // out of descriptors, perhaps: trying again at once would only burn the processor
  private boolean paused() {
    try {
      return !over.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void serve(SocketChannel guest) {
    try (guest) {
      desk.answer(Frame.read(guest)).write(guest);
    } catch (IOException e) {
      LOG.debug("a guest of the practice chain went away: {}", e.getMessage());
    } finally {
      guests.remove(guest);
    }
  }

  @Override
  public void close() {
    over.countDown();
    try (server) {
      Files.deleteIfExists(address);
      Files.deleteIfExists(socket);
      for (SocketChannel guest : guests) {
        guest.close();
      }
      ticker.join(1_000);
    } catch (IOException e) {
      LOG.warn("the practice socket was not cleared away: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      desk.chain().close();
    }
  }
}
