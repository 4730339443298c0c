package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against a socket whose other side answers byte for byte what a test wants.
@Timeout(20)
class HttpTransportTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);

  private ServerSocket server;
  private HttpTransport transport;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    transport = to("http://127.0.0.1:" + server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static HttpTransport to(String url) {
    return new HttpTransport(HttpTransport.sharedClient(), URI.create(url));
  }

  /// Answers every connection's first request so, and closes it.
  private void answers(String reply) {
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
              readRequest(socket);
              asked.countDown();
              OutputStream out = socket.getOutputStream();
              out.write(reply.getBytes(StandardCharsets.ISO_8859_1));
              out.flush();
            } catch (IOException e) {
              // the test is over, or the client had enough
            }
          }
        });
  }

  /// Takes connections and never answers.
  private void hangs() {
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = server.accept()) {
            readRequest(socket);
            asked.countDown();
            socket.getInputStream().read();
          } catch (IOException e) {
            // the client went away
          }
        });
  }

  private void readRequest(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      heard.add(line);
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skip(length);
  }

  private void assertFails(HttpTransport by, TransportException.Reason reason, boolean arrived) {
    Duration patience =
        reason == TransportException.Reason.TIMEOUT ? Duration.ofMillis(500) : PATIENCE;
    assertThatThrownBy(() -> by.exchange(BODY, patience))
        .asInstanceOf(throwable(TransportException.class))
        .returns(reason, TransportException::reason)
        .returns(arrived, TransportException::mayHaveArrived);
  }

  @Test
  void statusHeaderAndBodyStayTogether() throws Exception {
    answers("HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 2\r\n\r\nhm");
    Reply reply = transport.exchange(BODY, PATIENCE);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.retryAfter()).isEqualTo(Optional.of("7"));
    assertThat(reply.body()).asString(StandardCharsets.US_ASCII).isEqualTo("hm");
  }

  @Test
  void headersAndUserInfoGoToTheEndpointAndIntoNoText() throws Exception {
    answers("HTTP/1.1 200 OK\r\nCF-RAY: 1-X\r\nContent-Length: 2\r\n\r\n{}");
    URI url = URI.create("http://me:5ecret@127.0.0.1:" + server.getLocalPort() + "/v3/k3y");
    SecretHeaders extra = SecretHeaders.parse("# mine\nX-Api-Key: h1dden\n\nUser-Agent: rope\n");
    transport = new HttpTransport(HttpTransport.sharedClient(), url, extra);
    assertThat(transport.facts()).isEmpty();
    assertThat(transport.exchange(BODY, PATIENCE).status()).isEqualTo(200);
    assertThat(heard)
        .startsWith("POST /v3/k3y HTTP/1.1")
        .contains("X-Api-Key: h1dden", "User-Agent: rope")
        .contains("Authorization: Basic bWU6NWVjcmV0");
    assertThat(extra.toString()).isEqualTo("2 headers");
    assertThat(extra.all().toString()).doesNotContain("h1dden");
    assertThat(SecretHeaders.parse(extra.stored())).isEqualTo(extra);
    assertThat(transport.facts())
        .contains(
            new PeerFacts(
                Optional.of(PeerFacts.THIS_COMPUTER),
                Optional.empty(),
                Optional.of("Cloudflare"),
                Optional.empty()));
  }

  @Test
  void anAddressOfAKeyIsInNoFailure() throws IOException {
    int port = server.getLocalPort();
    server.close();
    assertThatThrownBy(() ->
            to("http://me:5ecret@127.0.0.1:" + port + "/5ecret?key=5ecret")
                .exchange(BODY, PATIENCE))
        .satisfies(e -> {
          for (Throwable t = e; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("5ecret");
          }
        });
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() throws Exception {
    answers("HTTP/1.1 302 Away\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n");
    assertThat(transport.exchange(BODY, PATIENCE).status()).isEqualTo(302);
  }

  @Test
  void aDeadPortIsRefusedAndNothingArrived() throws IOException {
    server.close();
    assertFails(transport, TransportException.Reason.REFUSED, false);
  }

  @Test
  void anUnknownNameIsSaid() {
    assertFails(to("http://nowhere.invalid"), TransportException.Reason.DNS, false);
  }

  @Test
  void silenceEndsInTimeAndMayHaveArrived() {
    hangs();
    assertFails(transport, TransportException.Reason.TIMEOUT, true);
  }

  @Test
  void halfABodyIsBrokenAndMayHaveArrived() {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"jsonrpc\"");
    assertFails(transport, TransportException.Reason.BROKEN, true);
  }

  @Test
  void anAnswerOverTheLimitIsCutOff() {
    answers(
        "HTTP/1.1 200 OK\r\nContent-Length: "
            + 2L * Reply.MAX_BODY
            + "\r\n\r\n"
            + "x".repeat(Reply.MAX_BODY + 2));
    assertThatThrownBy(() -> transport.exchange(BODY, PATIENCE))
        .asInstanceOf(throwable(TransportException.class))
        .returns(TransportException.Reason.TOO_LARGE, TransportException::reason);
  }

  @Test
  void whatIsNoTlsIsSaid() {
    Thread.ofVirtual()
        .start(() -> {
          try (Socket socket = server.accept()) {
            socket
                .getOutputStream()
                .write("HTTP/1.1 400 Plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read(new byte[1000]);
          } catch (IOException e) {
            // the client had enough
          }
        });
    assertFails(
        to("https://127.0.0.1:" + server.getLocalPort()), TransportException.Reason.TLS, false);
  }

  /// The other side closes idle connections without a word, as load balancers do.
  @Test
  void aConnectionThatWentStaleIsNotUsedAgain() throws Exception {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    for (int i = 0; i < 20; i++) {
      assertThat(transport.exchange(BODY, PATIENCE).status()).isEqualTo(200);
      Thread.sleep(20); // its end of the connection has arrived
    }
  }

  /// What was cut off may have arrived, even where nothing listens any more.
  @Test
  void aSecondTryDoesNotHideThatTheFirstMayHaveArrived() throws Exception {
    answers("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(transport.exchange(BODY, PATIENCE).status()).isEqualTo(200);
    server.close();
    Thread.sleep(50);
    assertFails(transport, TransportException.Reason.BROKEN, true);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    hangs();
    assertThat(Interrupted.exchange(transport, asked)).isInstanceOf(InterruptedException.class);
  }
}
