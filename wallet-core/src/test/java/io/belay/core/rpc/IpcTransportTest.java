package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against a real socket whose other side says what a test wants.
@Timeout(20)
class IpcTransportTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.US_ASCII);

  private Path directory = Path.of("");
  private Path socket = Path.of("");
  private ServerSocketChannel server;
  private IpcTransport transport;
  private final CountDownLatch asked = new CountDownLatch(1);

  /// What the other side does with one connection.
  private interface Talk {
    void over(SocketChannel channel) throws IOException, InterruptedException;
  }

  @BeforeEach
  void listen() throws IOException {
    directory = Files.createTempDirectory("ipc"); // a short path: sockets take 107 bytes
    socket = directory.resolve("node.ipc");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    transport = new IpcTransport(EndpointUrl.parse("ipc:" + socket));
  }

  @AfterEach
  void stop() throws IOException {
    transport.close();
    server.close();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void serve(Talk talk) {
    Thread.ofVirtual()
        .start(() -> {
          while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
              channel.read(ByteBuffer.allocate(1000));
              asked.countDown();
              talk.over(channel);
            } catch (IOException | InterruptedException e) {
              // the test is over, or the client had enough
            }
          }
        });
  }

  private static void say(SocketChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void assertFails(Duration timeout, TransportException.Reason reason, boolean arrived) {
    assertThatThrownBy(() -> transport.exchange(BODY, timeout))
        .asInstanceOf(throwable(TransportException.class))
        .returns(reason, TransportException::reason)
        .returns(arrived, TransportException::mayHaveArrived);
  }

  private String answer() throws Exception {
    return new String(transport.exchange(BODY, PATIENCE).body(), StandardCharsets.UTF_8);
  }

  @Test
  void anAnswerEndsWithItsValueThoughTheConnectionStaysOpen() throws Exception {
    List<String> answers =
        List.of(
            "{\"id\":1,\"result\":\"0x1\"}",
            "[{\"a\":\"}]\\\"\\\\\"},{}]",
            "{\"deep\":[[{\"é\":{}}]]}",
            "nonsense");
    for (String one : answers) {
      CountDownLatch over = new CountDownLatch(1);
      Talk talk =
          channel -> {
            say(channel, " \n" + one.substring(0, one.length() / 2));
            Thread.sleep(5);
            say(channel, one.substring(one.length() / 2));
            over.await();
          };
      serveOnce(talk);
      String said = answer().strip();
      assertThat(said).isEqualTo(one.equals("nonsense") ? "n" : one);
      over.countDown();
    }
  }

  private void serveOnce(Talk talk) {
    Thread.ofVirtual()
        .start(() -> {
          try (SocketChannel channel = server.accept()) {
            channel.read(ByteBuffer.allocate(1000));
            talk.over(channel);
          } catch (IOException | InterruptedException e) {
            // the client had enough
          }
        });
  }

  @Test
  void aSocketThatIsNotThereIsRefusedAndNothingArrived() throws IOException {
    server.close();
    assertFails(PATIENCE, TransportException.Reason.REFUSED, false); // a file nobody listens at
    Files.delete(socket);
    assertFails(PATIENCE, TransportException.Reason.REFUSED, false);
    Files.createFile(socket); // for the clean-up
  }

  @Test
  void halfAnAnswerIsBrokenAndMayHaveArrived() {
    serve(channel -> say(channel, "{\"id\":1,\"result\":["));
    assertFails(PATIENCE, TransportException.Reason.BROKEN, true);
  }

  @Test
  void aConnectionThatIsClosedWithoutAWordIsBroken() {
    serve(channel -> {});
    assertFails(PATIENCE, TransportException.Reason.BROKEN, true);
  }

  @Test
  void anAnswerWithoutAnEndIsCutOff() {
    String piece = "x".repeat(1 << 20);
    serve(channel -> {
      say(channel, "{\"result\":\"");
      while (channel.isOpen()) {
        say(channel, piece);
      }
    });
    assertFails(PATIENCE, TransportException.Reason.TOO_LARGE, true);
  }

  @Test
  void dripsDoNotStretchTheTime() {
    serve(channel -> {
      say(channel, "{\"result\":\"");
      while (channel.isOpen()) {
        say(channel, "x");
        Thread.sleep(20);
      }
    });
    assertFails(Duration.ofMillis(300), TransportException.Reason.TIMEOUT, true);
  }

  @Test
  void anInterruptEndsTheWaitAndTheConnection() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    serve(channel -> {
      channel.read(ByteBuffer.allocate(10)); // ends when the client closes
      gone.countDown();
    });
    assertThat(Interrupted.exchange(transport, asked)).isInstanceOf(InterruptedException.class);
    assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
  }
}
