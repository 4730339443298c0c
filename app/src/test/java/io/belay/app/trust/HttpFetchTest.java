package io.belay.app.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.belay.core.rpc.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpFetchTest {
  private final List<String> requests = new ArrayList<>();
  private final HttpFetch fetch = new HttpFetch(HttpTransport::sharedClient);
  private HttpServer server;
  private int status = 200;
  private byte[] answer = new byte[10];

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().get("User-Agent"));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, 0);
          try (var out = exchange.getResponseBody()) {
            out.write(answer);
          } catch (IOException e) {
            // the other side has read enough
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private byte[] get() throws InterruptedException {
    return fetch.get(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/news.txt"), 1000);
  }

  private void silent() {
    assertThatThrownBy(this::get).extracting("code").isEqualTo("release-address-silent");
  }

  @Test
  void oneRequestThatTellsNothing() throws InterruptedException {
    assertThat(get()).hasSize(10);
    assertThat(requests).containsExactly("GET /news.txt [Belay]");
  }

  @Test
  void anAnswerWithoutEndIsNoAnswer() throws InterruptedException {
    answer = new byte[1000];
    assertThat(get()).hasSize(1000);
    answer = new byte[1001];
    silent();
    answer = new byte[5_000_000];
    silent();
  }

  @Test
  void noOtherAddressIsFollowed() {
    status = 302;
    silent();
    assertThat(requests).hasSize(1);
    status = 500;
    silent();
  }

  @Test
  void whoIsNotThereIsSilent() {
    server.stop(0);
    silent();
  }
}
