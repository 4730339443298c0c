package io.belay.core.practice;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.belay.base.WalletException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A port of 127.0.0.1 that can be shut and opened again.
final class Listener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

  private final HttpHandler handler;
  private final Executor threads;
  private final int port;
  private Optional<HttpServer> server;
  private boolean closed;

  /// @param wanted the port, or 0 for any free one
  Listener(HttpHandler handler, Executor threads, int wanted) {
    this.handler = handler;
    this.threads = threads;
    try {
      HttpServer first = listening(wanted);
      this.server = Optional.of(first);
      this.port = first.getAddress().getPort();
    } catch (IOException e) {
      throw new WalletException("port-in-use", "port " + wanted + " cannot be opened", e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Shuts the port or opens it again.
  synchronized void setOpen(boolean open) {
    if (!open && server.isPresent()) {
      server.get().stop(0);
      server = Optional.empty();
    } else if (open && server.isEmpty() && !closed) {
      try {
        server = Optional.of(listening(port));
      } catch (BindException e) {
        LOG.warn("port {} is taken by another program", port);
      } catch (IOException e) {
        LOG.warn("port {} cannot be opened: {}", port, e.getMessage());
      }
    }
  }

  private HttpServer listening(int at) throws IOException {
    byte[] loopback = {127, 0, 0, 1};
    HttpServer fresh =
        HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(loopback), at), 0);
    fresh.createContext("/", handler);
    fresh.setExecutor(threads);
    fresh.start();
    return fresh;
  }

  @Override
  public synchronized void close() {
    closed = true;
    setOpen(false);
  }
}
