package io.belay.core.practice;

import io.belay.base.WalletException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The practice network on TCP ports of 127.0.0.1, for other programs and for faults below HTTP:
/// one port per endpoint, and one for the controls. A refusing endpoint's port is really shut.
public final class PracticeServer implements AutoCloseable {
  private static final long POLL_MILLIS = 50;

  private final PracticeNet net;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Listener> doors = new LinkedHashMap<>();
  private final Map<String, URI> urls = new LinkedHashMap<>();
  private final Listener control;
  private final CountDownLatch over = new CountDownLatch(1);

  private PracticeServer(PracticeNet net, int port) {
    this.net = net;
    try {
      for (PracticeEndpoint endpoint : net.endpoints()) {
        String id = endpoint.id();
        Listener door =
            new Listener(new WireDoor(net, id), threads, port == 0 ? 0 : port + doors.size());
        doors.put(id, door);
        urls.put(id, door.url());
      }
      this.control =
          new Listener(new ControlDoor(net, urls), threads, port == 0 ? 0 : port + doors.size());
    } catch (WalletException e) {
      stopDoors();
      throw e;
    }
  }

  /// Opens the ports.
  ///
  /// @param net stays the caller's to close, after this
  /// @param port the first of consecutive ones, the controls' being the last; 0 for any free ones
  /// @throws WalletException `port-in-use`
  public static PracticeServer start(PracticeNet net, int port) {
    PracticeServer server = new PracticeServer(net, port);
    Thread.ofVirtual().name("practice-doors").start(server::follow);
    return server;
  }

  /// The endpoints' addresses, in their order.
  public List<URI> urls() {
    return List.copyOf(urls.values());
  }

  /// Where the controls are.
  public URI control() {
    return control.url();
  }

  private void follow() {
    try {
      do {
        doors.forEach((id, door) -> door.setOpen(isOpen(net.faultNow(id))));
      } while (!over.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isOpen(Fault fault) {
    return fault != Fault.REFUSE && fault != Fault.DNS;
  }

  private void stopDoors() {
    doors.values().forEach(Listener::close);
    threads.shutdownNow();
  }

  /// Shuts the ports and ends what hangs.
  @Override
  public void close() {
    over.countDown();
    control.close();
    stopDoors();
  }
}
