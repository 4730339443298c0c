package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import io.belay.base.WalletException;
import io.belay.core.rpc.SocksProxy.Login;
import io.belay.core.rpc.TransportException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Through a SOCKS5 proxy with real sockets: what it is told, and what nobody else is.
@Timeout(20)
class SocksProxyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final Login ONE = new Login("belay", "one");
  private static final Login TWO = new Login("belay", "two");

  private final List<String> lookedUp = new CopyOnWriteArrayList<>();
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final OkHttpClient shared =
      HttpTransport.sharedClient().newBuilder().dns(this::refuse).build();
  private ServerSocket node;
  private SocksServer proxy;

  @BeforeEach
  void listen() throws IOException {
    node = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    proxy = new SocksServer(node.getLocalPort());
    Thread.ofVirtual().start(this::answer);
  }

  @AfterEach
  void stop() throws IOException {
    node.close();
    proxy.close();
  }

  private List<InetAddress> refuse(String name) throws UnknownHostException {
    lookedUp.add(name);
    throw new UnknownHostException(name);
  }

  /// A node that keeps its connections open, as most do.
  private void answer() {
    while (!node.isClosed()) {
      try {
        Socket socket = node.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      while (true) {
        String line = in.readLine();
        if (line == null) {
          return;
        }
        if (line.startsWith("Host:")) {
          hosts.add(line.substring(6));
        }
        if (line.isEmpty()) {
          in.skip(BODY.length);
          socket
              .getOutputStream()
              .write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                      .getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  private HttpTransport through(String proxyUrl, String url, Login circuit) {
    return new HttpTransport(SocksProxy.parse(proxyUrl).client(shared, circuit), URI.create(url));
  }

  private HttpTransport to(String url, Login circuit) {
    return through(proxy.url(), url, circuit);
  }

  @Test
  void theProxyIsToldTheNameAndNoResolverIs() throws Exception {
    Reply reply = to("http://node.example:8545/v3", ONE).exchange(BODY, PATIENCE);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(proxy.asked)
        .containsExactly(new SocksServer.Asked("belay", "one", 3, "node.example", 8545));
    assertThat(hosts).containsExactly("node.example:8545");
    assertThat(lookedUp).isEmpty();
  }

  @Test
  void anAddressIsPassedOnAsOne() throws Exception {
    to("http://203.0.113.7:8545", ONE).exchange(BODY, PATIENCE);
    to("http://[2001:db8::7]:8545", ONE).exchange(BODY, PATIENCE);
    assertThat(proxy.asked)
        .extracting(SocksServer.Asked::kind, SocksServer.Asked::host)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "0xcb007107"),
            org.assertj.core.groups.Tuple.tuple(4, "0x20010db8000000000000000000000007"));
  }

  @Test
  void eachEndpointHasItsOwnCircuitAlsoOnOneHost() throws Exception {
    HttpTransport one = to("http://node.example/a", ONE);
    HttpTransport two = to("http://node.example/b", TWO);
    one.exchange(BODY, PATIENCE);
    two.exchange(BODY, PATIENCE);
    one.exchange(BODY, PATIENCE); // over the connection it has
    assertThat(proxy.asked).extracting(SocksServer.Asked::password).containsExactly("one", "two");
    assertThat(hosts).hasSize(3);
  }

  @Test
  void aConnectionMadeDirectlyIsNotUsedByTheProxysClient() throws Exception {
    OkHttpClient direct =
        HttpTransport.sharedClient()
            .newBuilder()
            .dns(name -> List.of(InetAddress.getLoopbackAddress()))
            .build();
    String url = "http://node.example:" + node.getLocalPort();
    new HttpTransport(direct, URI.create(url)).exchange(BODY, PATIENCE);
    assertThat(proxy.asked).isEmpty();
    new HttpTransport(SocksProxy.parse(proxy.url()).client(direct, ONE), URI.create(url))
        .exchange(BODY, PATIENCE);
    assertThat(proxy.asked).hasSize(1);
  }

  @Test
  void theUsersOwnLogInComesFirst() throws Exception {
    String url = proxy.url().replace("://", "://jo%20e:s%3Acret@");
    through(url, "http://node.example", ONE).exchange(BODY, PATIENCE);
    assertThat(proxy.asked)
        .containsExactly(new SocksServer.Asked("jo e", "s:cret", 3, "node.example", 80));
    assertThat(SocksProxy.parse(url).isolates()).isFalse();
    assertThat(SocksProxy.parse(url).toString()).isEqualTo(proxy.url());
  }

  @Test
  void aProxyThatKnowsNoLogInIsUsedWithoutOne() throws Exception {
    proxy.behaves(SocksServer.Manner.OPEN);
    assertThat(to("http://node.example", ONE).exchange(BODY, PATIENCE).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(
      value = SocksServer.Manner.class,
      names = {"REFUSE_LOGIN", "OTHER_METHOD", "UNREACHABLE", "GARBAGE", "HANG_UP"})
  void whatTheProxyDoesNotConnectWasNotSent(SocksServer.Manner manner) {
    proxy.behaves(manner);
    assertFails(to("http://node.example", ONE), Reason.PROXY);
    assertThat(hosts).isEmpty();
    assertThat(lookedUp).isEmpty();
  }

  @Test
  void aProxyThatIsNotThereSendsNothingDirectly() throws IOException {
    String url = proxy.url();
    proxy.close();
    assertFails(through(url, "http://node.example", ONE), Reason.PROXY);
    assertThat(hosts).isEmpty();
    assertThat(lookedUp).isEmpty();
  }

  private static void assertFails(HttpTransport transport, Reason reason) {
    assertThatThrownBy(() -> transport.exchange(BODY, PATIENCE))
        .asInstanceOf(throwable(TransportException.class))
        .returns(reason, TransportException::reason)
        .returns(false, TransportException::mayHaveArrived);
  }

  @Test
  void aSilentProxyHoldsNobodyLongerThanTheyWait() {
    proxy.behaves(SocksServer.Manner.SILENT);
    assertThatThrownBy(() -> to("http://node.example", ONE).exchange(BODY, Duration.ofMillis(300)))
        .isInstanceOf(TransportException.class);
  }

  @Test
  void nothingIsKnownOfWhereAProxyLeadsTo() throws Exception {
    HttpTransport transport = to("http://node.example", ONE);
    transport.exchange(BODY, PATIENCE);
    assertThat(transport.facts().orElseThrow().prefix()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "off",
        "127.0.0.1:9050",
        "http://127.0.0.1:9050",
        "socks4://127.0.0.1:9050",
        "socks5://127.0.0.1",
        "socks5://:9050",
        "socks5://127.0.0.1:99999",
        "socks5://h:1/path",
        "socks5://h:1?x",
        "socks5://user:@h:1",
        "socks5://:5ecret@h:1"
      })
  void whatIsNoProxyIsRefusedAndNotRepeated(String typed) {
    WalletException refusal =
        catchThrowableOfType(WalletException.class, () -> SocksProxy.parse(typed));
    assertThat(refusal).as(typed).isNotNull();
    assertThat(refusal.code()).isEqualTo("bad-proxy");
    assertThat(refusal.text()).doesNotContain("5ecret");
  }

  @Test
  void whatIsHereIsReachedWithoutIt() {
    for (String here :
        List.of(
            "http://127.0.0.1:8545",
            "http://localhost:8545",
            "http://[::1]:8545",
            "http://192.168.1.7:8545",
            "http://node.lan:8545",
            "ipc:/home/me/geth.ipc")) {
      assertThat(SocksProxy.isBypassedBy(EndpointUrl.parse(here))).as(here).isTrue();
    }
    for (String there : List.of("https://node.example", "http://abcdef.onion", "https://8.8.8.8")) {
      assertThat(SocksProxy.isBypassedBy(EndpointUrl.parse(there))).as(there).isFalse();
    }
  }

  @Test
  void anOnionServiceIsNeverLookedUp() {
    List<String> asked = new CopyOnWriteArrayList<>();
    LastGoodDns dns =
        new LastGoodDns(
            name -> {
              asked.add(name);
              return List.of(InetAddress.getLoopbackAddress());
            },
            PATIENCE,
            PATIENCE);
    assertThatThrownBy(() -> dns.lookup("abcdef.onion")).isInstanceOf(UnknownHostException.class);
    assertThat(asked).isEmpty();
  }
}
