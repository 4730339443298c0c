package io.belay.core.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.TransportException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One endpoint over HTTP, with its fault acted out on the wire: statuses are real, silence is
/// silence, and what breaks off does so below HTTP.
record WireDoor(PracticeNet net, String id) implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(WireDoor.class);
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ENDLESS_BLOCKS = 4_096;

  @Override
  public void handle(HttpExchange http) throws IOException {
    // closing without an answer closes the connection
    try (http) {
      // no connection outlives its answer: else a port shut later would look broken, not refusing
      http.getResponseHeaders().set("Connection", "close");
      if (!http.getRequestMethod().equals("POST")) {
        http.sendResponseHeaders(405, -1);
        return;
      }
      byte[] body = http.getRequestBody().readNBytes(Reply.MAX_BODY);
      switch (net.faultNow(id)) {
        case HANG -> Thread.sleep(SILENCE);
        case ENDLESS -> endless(http);
        case TRUNCATED -> {
          Reply half = net.transport(id).exchange(body, PATIENCE);
          send(http, half, 2L * half.body().length + 1);
        }
        default -> {
          Reply reply = net.transport(id).exchange(body, PATIENCE);
          send(http, reply, reply.body().length);
        }
      }
    } catch (TransportException e) {
      LOG.debug("{} breaks off: {}", id, e.reason());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server closes
    }
  }

  private static void send(HttpExchange http, Reply reply, long saidLength) throws IOException {
    boolean page = reply.body().length > 0 && reply.body()[0] == '<';
    http.getResponseHeaders().set("Content-Type", page ? "text/html" : "application/json");
    reply.retryAfter().ifPresent(after -> http.getResponseHeaders().set("Retry-After", after));
    http.sendResponseHeaders(reply.status(), saidLength == 0 ? -1 : saidLength);
    OutputStream out = http.getResponseBody();
    out.write(reply.body());
    out.flush();
  }

  private static void endless(HttpExchange http) throws IOException, InterruptedException {
    http.sendResponseHeaders(200, 0); // chunked
    byte[] block = "[0,".repeat(5_461).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < ENDLESS_BLOCKS; i++) {
      http.getResponseBody().write(block);
      Thread.sleep(1);
    }
  }
}
