package io.belay.app.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One endpoint of a node over real sockets, as bad networks make it.
final class FaultProxy implements AutoCloseable {
  private static final long SLOW_MILLIS = 700;

  /// What it does with a request.
  enum Fault {
    /// Passes it on.
    OK,
    /// Does not listen.
    REFUSE,
    /// Takes it and says nothing.
    HANG,
    /// HTTP 503.
    UNAVAILABLE,
    /// Passes it on; a transaction's reply is lost.
    LOST_REPLY,
    /// HTTP 429 with a time.
    RATE_LIMIT,
    /// Passes it on after a while.
    SLOW
  }

  /// How far a transaction came on its way through.
  enum Carried {
    /// Nobody sent one.
    NOTHING,
    /// Its bytes are here.
    HEARD,
    /// The node has it.
    PASSED
  }

  private static final String SEND = "eth_sendRawTransaction";

  private final AnvilNode node;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int port;
  private HttpServer server;
  private Fault fault = Fault.OK;
  private volatile Awaited awaited = new Awaited("nothing");

  private static final class Awaited {
    final String bytes;
    volatile Carried carried = Carried.NOTHING;

    Awaited(String bytes) {
      this.bytes = bytes;
    }

    void got(String request, Carried next) {
      if (request.contains(SEND) && request.contains(bytes) && next.compareTo(carried) > 0) {
        carried = next;
      }
    }
  }

  FaultProxy(AnvilNode node) throws IOException {
    this.node = node;
    this.server = listen(0);
    this.port = server.getAddress().getPort();
  }

  private HttpServer listen(int wanted) throws IOException {
    HttpServer listening =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
    listening.setExecutor(threads);
    listening.createContext("/", this::handle);
    listening.start();
    return listening;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  synchronized void set(Fault next) throws IOException {
    if (next == Fault.REFUSE && fault != Fault.REFUSE) {
      server.stop(0);
    } else if (next != Fault.REFUSE && fault == Fault.REFUSE) {
      server = listen(port);
    }
    fault = next;
    notifyAll();
  }

  /// Looks out for one transaction.
  ///
  /// @param bytes what only this one has in it, in hex
  void await(String bytes) {
    awaited = new Awaited(bytes);
  }

  /// How far it has come.
  Carried carried() {
    return awaited.carried;
  }

  private byte[] pass(String text, byte[] body) throws IOException, InterruptedException {
    byte[] reply = node.pass(body);
    awaited.got(text, Carried.PASSED);
    return reply;
  }

  private synchronized Fault now() {
    return fault;
  }

  private void handle(HttpExchange exchange) throws IOException {
    // closed without an answer, the connection is cut
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String text = new String(body, StandardCharsets.UTF_8);
      awaited.got(text, Carried.HEARD);
      switch (now()) {
        case OK -> answer(exchange, 200, pass(text, body));
        case REFUSE -> {}
        case HANG -> hang();
        case UNAVAILABLE -> answer(exchange, 503, new byte[0]);
        case RATE_LIMIT -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          answer(exchange, 429, new byte[0]);
        }
        case LOST_REPLY -> {
          byte[] reply = pass(text, body);
          if (!text.contains(SEND)) {
            answer(exchange, 200, reply);
          }
        }
        case SLOW -> {
          Thread.sleep(SLOW_MILLIS);
          answer(exchange, 200, pass(text, body));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void hang() throws InterruptedException {
    while (fault == Fault.HANG) {
      wait();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    synchronized (this) {
      server.stop(0);
    }
  }
}
