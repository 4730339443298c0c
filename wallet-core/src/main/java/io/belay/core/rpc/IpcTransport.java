package io.belay.core.rpc;

import io.belay.base.WindowThread;
import io.belay.core.rpc.TransportException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// JSON-RPC over the Unix domain socket of a node on this computer, such as `geth.ipc`. Each
/// exchange has a connection of its own, which an interrupt or the end of the time closes; an
/// answer ends where its JSON value ends.
public final class IpcTransport implements Transport {
  private static final int CHUNK = 64 * 1024;

  private final UnixDomainSocketAddress address;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param url `ipc:` and the socket's path
  public IpcTransport(URI url) {
    this.address = UnixDomainSocketAddress.of(EndpointUrl.socketOf(url));
  }

  @Override
  public Reply exchange(byte[] body, Duration timeout)
      throws TransportException, InterruptedException {
    WindowThread.mustNotWait("an endpoint");
    Future<Reply> future = submitted(body);
    try {
      return future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new TransportException(Reason.TIMEOUT, "no answer in time", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TransportException own
          ? own
          : new TransportException(Reason.BROKEN, "connection broke", e);
    } finally {
      future.cancel(true); // closes the connection
    }
  }

  @Override
  public Optional<PeerFacts> facts() {
    return Optional.of(
        new PeerFacts(
            Optional.of(PeerFacts.THIS_COMPUTER),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private Future<Reply> submitted(byte[] body) throws TransportException {
    try {
      return threads.submit(() -> talk(body));
    } catch (RejectedExecutionException e) {
      throw new TransportException(Reason.REFUSED, "this endpoint is closed", e);
    }
  }

  private Reply talk(byte[] body) throws IOException {
    try (SocketChannel channel = connect()) {
      ByteBuffer out = ByteBuffer.wrap(body);
      while (out.hasRemaining()) {
        channel.write(out);
      }
      return Reply.ok(answer(channel));
    }
  }

  /// Nothing was sent where no connection came about: no socket, nobody behind it, no right to it.
  private SocketChannel connect() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(address);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw new TransportException(Reason.REFUSED, "connection refused", e);
    }
  }

  private static byte[] answer(SocketChannel channel) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    JsonEnd end = new JsonEnd();
    while (channel.read(chunk) >= 0) {
      chunk.flip();
      while (chunk.hasRemaining()) {
        byte next = chunk.get();
        whole.write(next);
        if (end.isReachedBy(next)) {
          return whole.toByteArray();
        }
      }
      if (whole.size() > Reply.MAX_BODY) {
        throw new TransportException(Reason.TOO_LARGE, "answer too long");
      }
      chunk.clear();
    }
    throw new TransportException(Reason.BROKEN, "the answer broke off");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
