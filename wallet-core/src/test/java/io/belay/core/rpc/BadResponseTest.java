package io.belay.core.rpc;

import static io.belay.core.rpc.FakeState.ALICE;
import static io.belay.core.rpc.FakeState.HERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.belay.core.state.Observed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What real sockets may send instead of an answer: refused in time and in little memory, and the
/// user is served by others.
@Timeout(30)
class BadResponseTest {
  private static final FakeState STATE = new FakeState();
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100, STATE.root());
  private static final int MEGABYTES = 50;

  /// What is sent.
  enum Bad {
    /// Fifty megabytes, announced.
    HUGE("bad-answer"),
    /// Fifty megabytes, in chunks.
    ENDLESS("bad-answer"),
    /// Ten thousand levels.
    DEEP("bad-answer"),
    /// Members twice.
    DUPLICATES("bad-answer"),
    /// Another request's id.
    WRONG_ID("wrong-id"),
    /// A page.
    HTML("bad-answer"),
    /// Half of what was announced.
    HALF(""),
    /// A byte now and then.
    LORIS("");

    private final String blame;

    Bad(String blame) {
      this.blame = blame;
    }
  }

  @TempDir Path directory;
  private ServerSocket server;
  private FakeNetwork network;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    network = new FakeNetwork(directory);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    network.close();
  }

  private void serve(Bad bad) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!server.isClosed()) {
            try {
              Socket socket = server.accept();
              Thread.ofPlatform().daemon().start(() -> answer(socket, bad));
            } catch (IOException e) {
              return; // the test is over
            }
          }
        });
  }

  private static void answer(Socket socket, Bad bad) {
    try (socket) {
      InputStream in = socket.getInputStream();
      in.read(new byte[8192]);
      OutputStream out = socket.getOutputStream();
      switch (bad) {
        case HUGE -> flood(out, "Content-Length: " + MEGABYTES * 1_000_000, "");
        case ENDLESS -> flood(out, "Transfer-Encoding: chunked", "100000\r\n");
        case DEEP -> whole(out, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + "[".repeat(10_000));
        case DUPLICATES -> whole(out, "{\"id\":1,\"id\":1,\"result\":\"0x1\",\"result\":\"0x2\"}");
        case WRONG_ID -> whole(out, "{\"jsonrpc\":\"2.0\",\"id\":999999,\"result\":\"0x7\"}");
        case HTML -> whole(out, "<!DOCTYPE html><html><body>Please sign in</body></html>");
        case HALF -> head(out, "Content-Length: 500", "{\"jsonrpc\":");
        case LORIS -> {
          head(out, "Content-Length: 5000", "{");
          for (int i = 0; i < 60; i++) {
            Thread.sleep(200);
            out.write(' ');
            out.flush();
          }
        }
      }
    } catch (IOException e) {
      // the client had enough
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void head(OutputStream out, String header, String start) throws IOException {
    out.write(
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n" + start)
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void whole(OutputStream out, String body) throws IOException {
    head(out, "Content-Length: " + body.length(), body);
  }

  private static void flood(OutputStream out, String header, String chunk) throws IOException {
    head(out, header, "");
    byte[] megabyte = new byte[0x100000];
    java.util.Arrays.fill(megabyte, (byte) ' ');
    for (int i = 0; i < MEGABYTES; i++) {
      out.write(chunk.getBytes(StandardCharsets.US_ASCII));
      out.write(megabyte);
      if (!chunk.isEmpty()) {
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private Endpoint bad() {
    return network.endpoint(
        "bad",
        new HttpTransport(
            HttpTransport.sharedClient(), URI.create("http://127.0.0.1:" + server.getLocalPort())));
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedInTimeAndInLittleMemory(Bad bad) {
    serve(bad);
    Endpoint endpoint = bad();
    call(endpoint); // classes are loaded now
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().threadId();
    long before = threads.getThreadAllocatedBytes(thread);
    long start = System.nanoTime();
    call(endpoint);
    long took = (System.nanoTime() - start) / 1_000_000;
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    System.out.printf("bad response: %s refused after %d ms, %d kB%n", bad, took, allocated / 1000);
    assertThat(allocated).isLessThanOrEqualTo(10_000_000);
    assertThat(took).isLessThan(3_000);
    if (!bad.blame.isEmpty()) {
      assertThat(endpoint.conduct().blames()).extracting(Blame::code).contains(bad.blame);
    }
  }

  private static void call(Endpoint endpoint) {
    assertThatThrownBy(
            () -> endpoint.call(endpoint.json().call("eth_chainId"), Duration.ofSeconds(2)))
        .isInstanceOf(RpcException.class);
  }

  @ParameterizedTest
  @EnumSource
  void othersServeTheUser(Bad bad) throws InterruptedException {
    serve(bad);
    bad();
    network.endpoint("b", STATE.prove(CHAIN.node()));
    network.endpoint("c", STATE.prove(CHAIN.node()));
    Reader reader = network.reader();
    Observed<AccountState> read = reader.account(reader.view(), ALICE);
    assertThat(read.level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(read.maybe()).contains(HERS);
  }
}
