package io.belay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.app.cli.OpenNetwork;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.Transport;
import io.belay.core.rpc.TransportException;
import io.belay.core.store.EndpointRow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Once a proxy is set nothing goes past it, and no name is looked up here.
@Timeout(60)
class ProxyTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path directory;
  private final Queue<String> names = new ConcurrentLinkedQueue<>();

  private OkHttpClient client() {
    return HttpTransport.sharedClient().newBuilder().dns(this::refuse).build();
  }

  private List<InetAddress> refuse(String name) throws UnknownHostException {
    names.add(name);
    throw new UnknownHostException(name);
  }

  @Test
  void withAProxyThatIsNotThereNothingGoesDirectly() throws InterruptedException {
    try (Wiring wiring = new Wiring(directory.resolve("data"), memory -> client())) {
      wiring.ways().proxy(Optional.of("socks5://127.0.0.1:1"));
      OpenNetwork ethereum = wiring.open(wiring.networks().find("1"));
      ethereum.session().refresh();
      assertThatThrownBy(
              () -> wiring.ways().documents().get(URI.create("https://news.example.org/"), 100))
          .extracting("code")
          .isEqualTo("release-address-silent");
      assertThat(names).isEmpty();

      wiring.ways().proxy(Optional.empty()); // takes hold in what is open already
      ethereum.session().refresh();
      assertThat(names).isNotEmpty();
    }
  }

  @Test
  void aDamagedSettingGoesNowhere() {
    try (Wiring wiring = new Wiring(directory.resolve("data"), memory -> client())) {
      wiring.settings().set("proxy", "http://somewhere");
      KnownNetwork ethereum = wiring.networks().find("1");
      Transport way = wiring.ways().transport(wiring.ways().all(ethereum).getFirst());
      assertThat(reason(way)).isEqualTo(TransportException.Reason.PROXY);
      assertThat(names).isEmpty();
    }
  }

  private static TransportException.Reason reason(Transport way) {
    try {
      way.exchange(BODY, Duration.ofSeconds(5));
      throw new AssertionError("it answered");
    } catch (TransportException e) {
      return e.reason();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anOwnNodeOnThisComputerIsReachedWithoutIt() throws IOException, InterruptedException {
    try (ServerSocket node = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Wiring wiring = new Wiring(directory.resolve("data"), memory -> client())) {
      Thread.ofVirtual().start(() -> answer(node));
      wiring.ways().proxy(Optional.of("socks5://127.0.0.1:1"));
      wiring
          .ways()
          .endpoints()
          .add(new EndpointRow(1, "mine", "http://127.0.0.1:" + node.getLocalPort(), "", true, ""));
      KnownNetwork ethereum = wiring.networks().find("1");
      EndpointConfig mine = wiring.ways().all(ethereum).getFirst();
      assertThat(mine.id().value()).isEqualTo("mine");
      Reply reply = wiring.ways().transport(mine).exchange(BODY, Duration.ofSeconds(5));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(names).isEmpty();
    }
  }

  private static void answer(ServerSocket node) {
    try (Socket socket = node.accept()) {
      socket.getInputStream().read();
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the client went away
    }
  }

  @Test
  void doorsAreOpenedAsFarAsThePolicyGoes() {
    try (Wiring wiring = new Wiring(directory.resolve("data"), memory -> client())) {
      KnownNetwork base = wiring.networks().find("8453");
      assertThat(doors(wiring, base)).containsExactly("base-2");
      wiring.ways().endpoints().choose(8453, "base-2", false);
      assertThat(doors(wiring, base)).isEmpty();
      wiring.ways().endpoints().choose(8453, "base-2", true);
      wiring.ways().endpoints().decide(8453, "trusted", false);
      assertThat(doors(wiring, base)).containsExactly("base-2");
      wiring.ways().endpoints().decide(8453, "own-only", false);
      assertThat(doors(wiring, base)).isEmpty();

      KnownNetwork ethereum = wiring.networks().find("1");
      assertThat(doors(wiring, ethereum)).isEmpty(); // relays wait until they are switched on
      wiring.ways().endpoints().choose(1, "flashbots", true);
      assertThat(doors(wiring, ethereum)).containsExactly("flashbots");
      assertThat(wiring.open(ethereum).session().connectivity().get().endpoints())
          .noneMatch(e -> e.config().id().value().equals("flashbots"));
      assertThat(names).isEmpty();
    }
  }

  private static List<String> doors(Wiring wiring, KnownNetwork network) {
    return wiring.open(network).endpoints().stream()
        .map(e -> e.config())
        .filter(config -> !config.traits().reads())
        .map(config -> config.id().value())
        .toList();
  }
}
