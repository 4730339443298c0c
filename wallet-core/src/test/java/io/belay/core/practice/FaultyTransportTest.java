package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.Header;
import io.belay.core.rpc.JsonRpc;
import io.belay.core.rpc.Reply;
import io.belay.core.rpc.TransportException;
import io.belay.core.rpc.TransportException.Reason;
import io.belay.core.state.Timing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class FaultyTransportTest {
  private static final Duration SOON = Duration.ofMillis(250);
  private static final Duration PATIENT = Duration.ofSeconds(5);
  private static final String SEND = call("eth_sendRawTransaction", "\"0x02aabb\"");
  private static final TxHash SENT = TxHash.ofRaw(Hex.decode("0x02aabb"));

  @TempDir Path temp;
  private Fault fault = Fault.OK;
  private Instant now = Instant.ofEpochSecond(0);
  private FakeChain chain;
  private FaultyTransport endpoint;

  @BeforeEach
  void begin() {
    chain = new FakeChain(temp);
    endpoint = over(chain);
  }

  private FaultyTransport over(FakeChain box) {
    return new FaultyTransport(
        (body, timeout) -> Reply.ok(box.handle(body)),
        () -> fault,
        Timing.real(() -> now),
        new SecureRandom());
  }

  private static String call(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":[%s]}"
        .formatted(method, params);
  }

  private Reply raw(Fault with, String body, Duration timeout)
      throws IOException, InterruptedException {
    fault = with;
    return endpoint.exchange(body.getBytes(StandardCharsets.UTF_8), timeout);
  }

  private JsonNode whole(Fault with, String body) throws IOException, InterruptedException {
    Reply reply = raw(with, body, PATIENT);
    assertThat(reply.status()).isEqualTo(200);
    return new JsonRpc().parse(reply.body());
  }

  private JsonNode result(Fault with, String method, String params)
      throws IOException, InterruptedException {
    JsonNode answer = whole(with, call(method, params));
    assertThat(answer.path("id").asInt()).isEqualTo(7);
    assertThat(answer.has("result")).as(answer.toString()).isTrue();
    return answer.path("result");
  }

  private String error(Fault with, String body) throws IOException, InterruptedException {
    JsonNode error = whole(with, body).path("error");
    return error.path("code").asInt() + " " + error.path("message").asString("");
  }

  private Reason reason(Fault with, String body, Duration timeout) throws InterruptedException {
    try {
      raw(with, body, timeout);
    } catch (TransportException e) {
      return e.reason();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("answered");
  }

  private boolean delivered() throws IOException, InterruptedException {
    return !result(Fault.OK, "eth_getTransactionByHash", "\"" + SENT + "\"").isNull();
  }

  /// One row a fault; a new fault breaks the build here.
  @ParameterizedTest
  @EnumSource(Fault.class)
  void doesWhatItsNameSays(Fault row) throws Exception {
    String ask = call("eth_blockNumber", "");
    switch (row) {
      case OK -> assertThat(result(row, "eth_blockNumber", "").stringValue()).isEqualTo("0x64");
      case REFUSE -> assertThat(reason(row, ask, SOON)).isEqualTo(Reason.REFUSED);
      case DNS -> assertThat(reason(row, ask, SOON)).isEqualTo(Reason.DNS);
      case HANG -> assertThat(reason(row, ask, SOON)).isEqualTo(Reason.TIMEOUT);
      case SLOW -> {
        assertThat(reason(row, ask, SOON)).isEqualTo(Reason.TIMEOUT);
        long start = System.nanoTime();
        assertThat(result(row, "eth_blockNumber", "").stringValue()).isEqualTo("0x64");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .isBetween(Duration.ofMillis(1_400), PATIENT);
      }
      case JITTER -> assertThat(result(row, "eth_blockNumber", "").stringValue()).isEqualTo("0x64");
      case FLAP -> {
        assertThat(raw(row, ask, SOON).status()).isEqualTo(200);
        now = now.plusSeconds(5);
        assertThat(reason(row, ask, SOON)).isEqualTo(Reason.REFUSED);
        now = now.plusSeconds(5);
        assertThat(raw(row, ask, SOON).status()).isEqualTo(200);
      }
      case HTTP_500 -> assertThat(raw(row, ask, SOON).status()).isEqualTo(500);
      case HTTP_503 -> assertThat(raw(row, ask, SOON).status()).isEqualTo(503);
      case UNAUTHORIZED -> assertThat(raw(row, ask, SOON).status()).isEqualTo(401);
      case TOO_MANY -> {
        assertThat(raw(row, ask, SOON).status()).isEqualTo(429);
        assertThat(raw(row, ask, SOON).retryAfter()).contains("2");
      }
      case TOO_MANY_IN_BODY -> assertThat(error(row, ask)).isEqualTo("-32005 rate limit exceeded");
      case HTML, GARBAGE, TRUNCATED, DEEP_JSON, DUPLICATE_KEYS -> {
        byte[] body = raw(row, ask, SOON).body();
        assertThatThrownBy(() -> new JsonRpc().parse(body))
            .extracting("code")
            .isEqualTo("bad-json");
      }
      case ENDLESS -> {
        assertThat(reason(row, ask, PATIENT)).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(row, ask, SOON)).isEqualTo(Reason.TIMEOUT);
      }
      case WRONG_ID -> assertThat(whole(row, ask).path("id").asInt()).isNotEqualTo(7);
      case STALE, FUTURE_HEAD, FORKED -> headers(row);
      case LYING, LYING_NONCE, LYING_FEES, WRONG_CHAIN, BAD_PROOF -> numbers(row);
      case NO_PROOF, NO_EIP1898, NULL_BY_HASH -> gaps(row);
      case DROP_TX, SAYS_KNOWN, SAYS_NONCE_TOO_LOW, SAYS_NO_FUNDS, FOREIGN_HASH, LOST_REPLY ->
          broadcasts(row);
    }
  }

  private void headers(Fault row) throws Exception {
    JsonNode latest = result(row, "eth_getBlockByNumber", "\"latest\",false");
    JsonNode truth = result(Fault.OK, "eth_getBlockByNumber", "\"latest\",false");
    assertThat(Header.parse(latest).hash().toString()).isEqualTo(latest.path("hash").asString(""));
    assertThat(latest.path("hash")).isNotEqualTo(truth.path("hash"));
    String hash = latest.path("hash").toString();
    assertThat(result(row, "eth_getBlockByHash", hash + ",false")).isEqualTo(latest);
    String byHash = "\"0x00\",[],{\"blockHash\":" + hash + "}";
    JsonNode proof = result(row, "eth_getProof", byHash);
    String height = result(row, "eth_blockNumber", "").stringValue();
    assertThat(latest.path("number").asString("")).isEqualTo(height);
    if (row == Fault.STALE) {
      assertThat(height).isEqualTo("0x50");
      assertThat(proof.path("block").asString("")).isEqualTo("0x50");
      stale();
    } else {
      assertThat(height).isEqualTo(row == Fault.FORKED ? "0x64" : "0x4c4ba4");
      assertThat(proof.path("block").asString("")).isEqualTo("0x64");
      assertThat(latest.path("stateRoot")).isEqualTo(truth.path("stateRoot"));
      assertThat(result(row, "eth_getBlockByNumber", "\"" + height + "\",false")).isEqualTo(latest);
    }
  }

  @Test
  void forkIsAChainOfItsOwnThatGrowsAndKnowsNoTrueHash() throws Exception {
    String true100 =
        result(Fault.OK, "eth_getBlockByNumber", "\"latest\",false").path("hash").toString();
    result(Fault.FORKED, "eth_getBlockByNumber", "\"latest\",false");
    chain.mine(2);
    JsonNode block = result(Fault.FORKED, "eth_getBlockByNumber", "\"latest\",false");
    assertThat(block.path("number").asString("")).isEqualTo("0x66");
    for (int height = 101; height >= 95; height--) {
      JsonNode parent =
          result(Fault.FORKED, "eth_getBlockByNumber", "\"" + Hex.quantity(height) + "\",false");
      assertThat(parent.path("hash")).isEqualTo(block.path("parentHash"));
      assertThat(Header.parse(parent).hash().toString())
          .isEqualTo(parent.path("hash").asString(""));
      assertThat(result(Fault.FORKED, "eth_getBlockByHash", parent.path("hash") + ",false"))
          .isEqualTo(parent);
      block = parent;
    }
    String shared = "\"0x60\",false"; // the last block before the fork
    assertThat(result(Fault.FORKED, "eth_getBlockByNumber", shared))
        .isEqualTo(result(Fault.OK, "eth_getBlockByNumber", shared));
    assertThat(result(Fault.FORKED, "eth_getBlockByHash", true100 + ",false").isNull()).isTrue();
    assertThat(
            error(Fault.FORKED, call("eth_getBalance", "\"0x00\",{\"blockHash\":" + true100 + "}")))
        .isEqualTo("-32000 header for hash not found");
  }

  private void stale() throws Exception {
    assertThat(result(Fault.STALE, "eth_getBalance", "\"0x00\",\"latest\"").asString(""))
        .isEqualTo(Hex.quantity(1_080));
    assertThat(result(Fault.STALE, "eth_getBalance", "\"0x00\"").asString(""))
        .isEqualTo(Hex.quantity(1_080));
    assertThat(
            result(Fault.STALE, "eth_getBlockByNumber", "\"finalized\",false")
                .path("number")
                .asString(""))
        .isEqualTo("0x4c");
    assertThat(result(Fault.STALE, "eth_getBlockByNumber", "\"0x51\",false").isNull()).isTrue();
    assertThat(error(Fault.STALE, call("eth_getBalance", "\"0x00\",\"0x51\"")))
        .isEqualTo("-32000 header not found");
    assertThat(result(Fault.STALE, "eth_sendRawTransaction", "\"0x02aabb\"").asString(""))
        .isEqualTo(SENT.toString());
  }

  private void numbers(Fault row) throws Exception {
    String balance = result(row, "eth_getBalance", "\"0x00\",\"0x0\"").asString("");
    String nonce = result(row, "eth_getTransactionCount", "\"0x00\",\"latest\"").asString("");
    String price = result(row, "eth_gasPrice", "").asString("");
    JsonNode history = result(row, "eth_feeHistory", "\"0x1\",\"latest\",[50]");
    String chainId = result(row, "eth_chainId", "").asString("");
    String version = result(row, "net_version", "").asString("");
    JsonNode proof = result(row, "eth_getProof", "\"0x00\",[],\"latest\"");
    boolean lying = row == Fault.LYING;
    boolean nonces = row == Fault.LYING_NONCE;
    boolean fees = row == Fault.LYING_FEES;
    boolean wrongChain = row == Fault.WRONG_CHAIN;
    assertThat(balance).isEqualTo(Hex.quantity(lying ? 1_000_000_000_000_010_000L : 1_000));
    assertThat(proof.path("balance").asString(""))
        .isEqualTo(Hex.quantity(lying ? 1_000_000_000_000_001_000L : 100));
    assertThat(nonce).isEqualTo(Hex.quantity(nonces ? 31 : 3));
    assertThat(proof.path("nonce").asString("")).isEqualTo(nonce);
    assertThat(price).isEqualTo(Hex.quantity(fees ? 50_000 : 100));
    assertThat(history.path("baseFeePerGas").path(1).asString(""))
        .isEqualTo(Hex.quantity(fees ? 1_000 : 2));
    assertThat(history.path("reward").path(0).path(0).asString(""))
        .isEqualTo(Hex.quantity(fees ? 1_500 : 3));
    assertThat(history.path("oldestBlock").asString("")).isEqualTo("0x64");
    assertThat(chainId).isEqualTo(Hex.quantity(wrongChain ? 1 : ChainBox.CHAIN_ID));
    assertThat(version).isEqualTo(Long.toString(wrongChain ? 1 : ChainBox.CHAIN_ID));
    assertThat(proof.path("accountProof").path(0).asString("")).isEqualTo(FakeChain.NODE);
    assertThat(proof.path("accountProof").path(1).asString("").equals(FakeChain.NODE))
        .isEqualTo(row != Fault.BAD_PROOF);
    String block = "\"latest\",false";
    assertThat(result(row, "eth_getBlockByNumber", block))
        .isEqualTo(result(Fault.OK, "eth_getBlockByNumber", block));
  }

  private void gaps(Fault row) throws Exception {
    raw(Fault.OK, SEND, SOON);
    String hash =
        result(Fault.OK, "eth_getBlockByNumber", "\"latest\",false").path("hash").toString();
    String balance = call("eth_getBalance", "\"0x00\",{\"blockHash\":" + hash + "}");
    String proof = call("eth_getProof", "\"0x00\",[],\"latest\"");
    assertThat(error(row, proof).startsWith("-32601 the method eth_getProof"))
        .isEqualTo(row == Fault.NO_PROOF);
    assertThat(error(row, balance).startsWith("-32602 invalid argument 1: json: cannot unmarshal"))
        .isEqualTo(row == Fault.NO_EIP1898);
    for (String method : Set.of("eth_getTransactionByHash", "eth_getTransactionReceipt")) {
      assertThat(result(row, method, "\"" + SENT + "\"").isNull())
          .isEqualTo(row == Fault.NULL_BY_HASH);
    }
  }

  private void broadcasts(Fault row) throws Exception {
    boolean delivers = row == Fault.FOREIGN_HASH || row == Fault.LOST_REPLY;
    switch (row) {
      case DROP_TX -> {
        assertThat(whole(row, SEND).path("result").asString("")).isEqualTo(SENT.toString());
        assertThat(delivered()).isFalse();
        raw(Fault.OK, SEND, SOON); // through another endpoint
        assertThat(result(row, "eth_getTransactionByHash", "\"" + SENT + "\"").isNull()).isTrue();
        chain.reset();
      }
      case SAYS_KNOWN -> assertThat(error(row, SEND)).isEqualTo("-32000 already known");
      case SAYS_NONCE_TOO_LOW -> assertThat(error(row, SEND)).isEqualTo("-32000 nonce too low");
      case SAYS_NO_FUNDS ->
          assertThat(error(row, SEND)).startsWith("-32000 insufficient funds for");
      case FOREIGN_HASH ->
          assertThat(TxHash.parse(whole(row, SEND).path("result").asString(""))).isNotEqualTo(SENT);
      case LOST_REPLY -> {
        assertThat(result(row, "eth_blockNumber", "").isString()).isTrue();
        assertThat(reason(row, SEND, SOON)).isEqualTo(Reason.BROKEN);
      }
      default -> throw new AssertionError(row);
    }
    assertThat(delivered()).isEqualTo(delivers);
  }

  @Test
  void batchKeepsOrderAndTouchesOnlyWhatTheFaultIsAbout() throws Exception {
    String batch =
        "["
            + call("eth_chainId", "")
            + ","
            + SEND.replace("7", "8")
            + ","
            + call("eth_blockNumber", "").replace("7", "9")
            + "]";
    JsonNode answers = whole(Fault.SAYS_KNOWN, batch);
    assertThat(answers.size()).isEqualTo(3);
    assertThat(answers.path(0).path("result").asString(""))
        .isEqualTo(Hex.quantity(ChainBox.CHAIN_ID));
    assertThat(answers.path(1).path("id").asInt()).isEqualTo(8);
    assertThat(answers.path(1).has("error")).isTrue();
    assertThat(answers.path(2).path("result").asString("")).isEqualTo("0x64");
  }

  @Test
  void whatIsNoJsonRpcReachesTheEndpointUntouched() throws Exception {
    for (String body : Set.of("", "nonsense", "[]", "[1]", "3")) {
      assertThat(raw(Fault.LYING, body, SOON).body())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("{}");
      assertThat(raw(Fault.TOO_MANY_IN_BODY, body, SOON).status()).isEqualTo(429);
    }
  }

  @Test
  void interruptEndsHangingAtOnce() throws Exception {
    fault = Fault.HANG;
    long start = System.nanoTime();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> endpoint.exchange(new byte[0], PATIENT))
        .isInstanceOf(InterruptedException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void idsAreUniqueReadableAndExplained() {
    Set<String> ids = new HashSet<>();
    for (Fault each : Fault.values()) {
      assertThat(Fault.of(each.id())).isEqualTo(each);
      assertThat(each.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(each.describe()).isNotBlank().doesNotContain("\n");
      ids.add(each.id());
    }
    assertThat(ids).hasSize(Fault.values().length).hasSize(36);
    assertThatThrownBy(() -> Fault.of("LYING"))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("unknown-fault");
  }
}
