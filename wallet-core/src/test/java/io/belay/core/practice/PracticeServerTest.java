package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.core.rpc.HttpTransport;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.TransportException;
import io.belay.core.rpc.TransportException.Reason;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PracticeServerTest {
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final byte[] HEIGHT = call("eth_blockNumber", "");
  private static final byte[] SEND = call("eth_sendRawTransaction", "\"0x02aabb\"");

  @TempDir Path temp;
  private final OkHttpClient client = HttpTransport.sharedClient();
  private PracticeNet net;
  private PracticeServer server;

  @BeforeEach
  void start() {
    net = PracticeNet.open(temp, 4, FakeChain::new, InstantSource.system());
    server = PracticeServer.start(net, 0);
  }

  @AfterEach
  void stop() {
    server.close();
    net.close();
  }

  private static byte[] call(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[%s]}"
        .formatted(method, params)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Reply post(Fault fault, byte[] body) throws IOException, InterruptedException {
    net.setFault("practice-2", fault);
    return new HttpTransport(client, server.urls().get(1)).exchange(body, PATIENT);
  }

  private Reason reason(byte[] body, Duration timeout) throws InterruptedException {
    try {
      new HttpTransport(client, server.urls().get(1)).exchange(body, timeout);
    } catch (TransportException e) {
      return e.reason();
    }
    throw new AssertionError("answered");
  }

  private JsonNode control(String method, String params) throws Exception {
    Reply reply =
        new HttpTransport(client, server.control()).exchange(call(method, params), PATIENT);
    assertThat(reply.status()).isEqualTo(200);
    return new JsonRpc().parse(reply.body());
  }

  @Test
  void eachEndpointHasAPortOfItsOwnOnLoopback() throws Exception {
    assertThat(server.urls()).hasSize(4).doesNotHaveDuplicates().doesNotContain(server.control());
    for (URI url : server.urls()) {
      assertThat(url.getHost()).isEqualTo("127.0.0.1");
      Reply reply = new HttpTransport(client, url).exchange(HEIGHT, PATIENT);
      assertThat(new JsonRpc().parse(reply.body()).path("result").asString("")).isEqualTo("0x64");
    }
  }

  @Test
  void statusesAndHeadersAreReal() throws Exception {
    assertThat(post(Fault.HTTP_500, HEIGHT).status()).isEqualTo(500);
    assertThat(post(Fault.HTTP_503, HEIGHT).status()).isEqualTo(503);
    assertThat(post(Fault.UNAUTHORIZED, HEIGHT).status()).isEqualTo(401);
    assertThat(post(Fault.TOO_MANY, HEIGHT).status()).isEqualTo(429);
    assertThat(post(Fault.TOO_MANY, HEIGHT).retryAfter()).contains("2");
    assertThat(post(Fault.HTML, HEIGHT).body()).asString(StandardCharsets.UTF_8).startsWith("<!");
    net.setFault("practice-1", Fault.HTML);
    HttpURLConnection plain = (HttpURLConnection) server.urls().getFirst().toURL().openConnection();
    plain.setDoOutput(true);
    plain.getOutputStream().write(HEIGHT);
    assertThat(plain.getResponseCode()).isEqualTo(200);
    assertThat(plain.getContentType()).isEqualTo("text/html");
    plain.disconnect();
    HttpURLConnection get = (HttpURLConnection) server.urls().get(2).toURL().openConnection();
    assertThat(get.getResponseCode()).isEqualTo(405);
    get.disconnect();
  }

  @Test
  void contentFaultsReachTheWire() throws Exception {
    byte[] chainId = call("eth_chainId", "");
    JsonNode wrong = new JsonRpc().parse(post(Fault.WRONG_CHAIN, chainId).body());
    assertThat(wrong.path("result").asString("")).isEqualTo("0x1");
    byte[] deep = post(Fault.DEEP_JSON, HEIGHT).body();
    assertThatThrownBy(() -> new JsonRpc().parse(deep)).isInstanceOf(WalletException.class);
    assertThat(post(Fault.SAYS_KNOWN, SEND).body())
        .asString(StandardCharsets.UTF_8)
        .contains("already known");
  }

  @Test
  void refusingShutsThePortAndHealingOpensTheSame() throws Exception {
    assertThat(post(Fault.OK, HEIGHT).status()).isEqualTo(200);
    for (Fault gone : new Fault[] {Fault.REFUSE, Fault.DNS}) {
      net.setFault("practice-2", gone);
      Thread.sleep(200);
      assertThat(reason(HEIGHT, PATIENT)).isEqualTo(Reason.REFUSED);
      net.setFault("practice-2", Fault.OK);
      Thread.sleep(200);
      assertThat(post(Fault.OK, HEIGHT).status()).isEqualTo(200);
    }
  }

  @Test
  void hangingTakesTheRequestAndIsSilentAndClosingDoesNotWaitForIt() throws Exception {
    net.setFault("practice-2", Fault.HANG);
    assertThat(reason(HEIGHT, Duration.ofMillis(300))).isEqualTo(Reason.TIMEOUT);
    long start = System.nanoTime();
    server.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void interruptEndsAHangingExchangeSoon() throws Exception {
    net.setFault("practice-2", Fault.HANG);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> hanging =
          threads.submit(
              () -> new HttpTransport(client, server.urls().get(1)).exchange(HEIGHT, PATIENT));
      Thread.sleep(150);
      long start = System.nanoTime();
      hanging.cancel(true);
      threads.shutdown();
      assertThat(threads.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void brokenBodiesAreBrokenBelowHttp() throws Exception {
    net.setFault("practice-2", Fault.TRUNCATED);
    assertThat(reason(HEIGHT, PATIENT)).isEqualTo(Reason.BROKEN);
    net.setFault("practice-2", Fault.ENDLESS);
    assertThat(reason(HEIGHT, PATIENT)).isEqualTo(Reason.TOO_LARGE);
    net.setFault("practice-2", Fault.LOST_REPLY);
    assertThat(reason(SEND, PATIENT)).isEqualTo(Reason.BROKEN);
    assertThat(net.clean().exchange(call("eth_getTransactionByHash", hashOfSent()), PATIENT).body())
        .asString(StandardCharsets.UTF_8)
        .contains("\"hash\"");
  }

  private static String hashOfSent() {
    byte[] raw = {0x02, (byte) 0xaa, (byte) 0xbb};
    return "\"" + io.belay.base.TxHash.ofRaw(raw) + "\"";
  }

  @Test
  void controlsSteerTheNetwork() throws Exception {
    assertThat(control("practice_mine", "2").path("result").asBoolean()).isTrue();
    assertThat(control("practice_reorg", "1").path("result").asBoolean()).isTrue();
    assertThat(control("practice_fault", "\"practice-3\",\"lying\"").has("error")).isFalse();
    JsonNode status = control("practice_status", "").path("result");
    assertThat(status.path("head").path("number").asLong()).isEqualTo(103);
    assertThat(status.path("endpoints").size()).isEqualTo(4);
    JsonNode third = status.path("endpoints").path(2);
    assertThat(third.path("fault").asString("")).isEqualTo("lying");
    assertThat(third.path("url").asString("")).isEqualTo(server.urls().get(2).toString());
    String alice = "\"0x00000000000000000000000000000000000a11ce\"";
    assertThat(control("practice_faucet", alice).path("result").asString("")).hasSize(66);
    assertThat(control("practice_faucet", alice + ",\"0x5\"").path("result").asString(""))
        .hasSize(66);
    assertThat(control("practice_reset", "").path("result").asBoolean()).isTrue();
    assertThat(net.head().number()).isEqualTo(100);
  }

  @Test
  void controlsSayWhatWasWrong() throws Exception {
    assertThat(code("practice_fault", "\"practice-9\",\"ok\"")).isEqualTo("unknown-endpoint");
    assertThat(code("practice_fault", "\"practice-1\",\"gone\"")).isEqualTo("unknown-fault");
    assertThat(code("practice_mine", "0")).isEqualTo("bad-count");
    assertThat(code("practice_faucet", "\"bob\"")).isEqualTo("bad-address");
    assertThat(code("practice_dance", "")).isEqualTo("unknown-method");
  }

  private String code(String method, String params) throws Exception {
    return control(method, params).path("error").path("data").path("code").asString("");
  }

  @Test
  void takenPortIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> PracticeServer.start(net, taken.getLocalPort()))
          .extracting("code")
          .isEqualTo("port-in-use");
    }
  }

  @Test
  void portsAreConsecutiveWhereAsked() throws Exception {
    int free;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = probe.getLocalPort();
    }
    try (PracticeServer second = PracticeServer.start(net, free)) {
      assertThat(second.urls().getLast().getPort()).isEqualTo(free + 3);
      assertThat(second.control().getPort()).isEqualTo(free + 4);
    }
  }
}
