package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is found out about one endpoint, and what is noted of what it was told.
class EndpointProbeTest {
  // an empty trie: nobody is there, and nothing has to be shown for it
  private static final String EMPTY_ROOT =
      "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
  private static final String EMPTY_CODE =
      "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470";
  private static final String NOBODY = "0x" + "0".repeat(40);
  private static final EndpointConfig CONFIG =
      new EndpointConfig(
          new EndpointId("rope"),
          ChainId.of(7),
          URI.create("https://rope.example"),
          "Rope",
          "rope",
          EndpointConfig.Kind.PROVIDER,
          true);

  private final Map<String, String> results = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final FakeClock clock = new FakeClock();
  private final EndpointProbe probe =
      new EndpointProbe(NodeErrors.load(), clock, Duration.ofSeconds(4));

  EndpointProbeTest() {
    results.put("eth_chainId", "\"0x7\"");
    results.put(
        "eth_getBlockByNumber",
        "{\"number\":\"0x10\",\"hash\":\"0x"
            + "11".repeat(32)
            + "\",\"stateRoot\":\""
            + EMPTY_ROOT
            + "\"}");
    results.put(
        "eth_getProof",
        "{\"address\":\""
            + NOBODY
            + "\",\"nonce\":\"0x0\",\"balance\":\"0x0\",\"storageHash\":\""
            + EMPTY_ROOT
            + "\",\"codeHash\":\""
            + EMPTY_CODE
            + "\",\"accountProof\":[],\"storageProof\":[]}");
    results.put("eth_getBalance", "\"0x0\"");
    results.put("web3_clientVersion", "\"reth/v1.9.3\"");
  }

  private Reply answer(byte[] body) throws TransportException {
    JsonNode request = JsonMapper.shared().readTree(body);
    String method = request.path("method").asString();
    asked.add(method);
    clock.pass(Duration.ofMillis(20));
    String result = results.get(method);
    if (result == null) {
      throw new TransportException(TransportException.Reason.TIMEOUT, "no answer in time");
    }
    String id = "{\"jsonrpc\":\"2.0\",\"id\":" + request.path("id").asLong() + ",";
    String rest =
        result.startsWith("-")
            ? "\"error\":{\"code\":" + result + ",\"message\":\"the method does not exist\"}}"
            : "\"result\":" + result + "}";
    return Reply.ok((id + rest).getBytes(StandardCharsets.UTF_8));
  }

  private EndpointProbe.Report ask() throws InterruptedException {
    return probe.ask(CONFIG, (body, timeout) -> answer(body));
  }

  @Test
  void aWholeNodeShowsAllItCan() throws Exception {
    EndpointProbe.Report report = ask();
    assertThat(report.trouble()).isEmpty();
    assertThat(report.chainId()).isEqualTo(OptionalLong.of(7));
    assertThat(report.height()).isEqualTo(OptionalLong.of(16));
    assertThat(report.latency()).isEqualTo(Duration.ofMillis(20));
    assertThat(report.proves()).isTrue();
    assertThat(report.takesHashes()).isTrue();
    assertThat(report.facts().flatMap(PeerFacts::client)).isEqualTo(Optional.of("reth"));
    assertThat(asked).hasSize(5);
  }

  private EndpointProbe.Report askDoor() throws InterruptedException {
    EndpointTraits traits =
        new EndpointTraits(
            EndpointTraits.Tracking.NONE,
            java.util.Set.of(EndpointTraits.Use.BROADCAST_ONLY),
            SecretHeaders.NONE,
            false,
            false,
            false);
    EndpointConfig door =
        new EndpointConfig(
            CONFIG.id(),
            CONFIG.chainId(),
            CONFIG.url(),
            CONFIG.operator(),
            CONFIG.group(),
            CONFIG.kind(),
            true,
            traits);
    return probe.ask(door, (body, timeout) -> answer(body));
  }

  @Test
  void aDoorForTransactionsIsAskedForItsChainOnlyAndNeedNotTell() throws Exception {
    EndpointProbe.Report told = askDoor();
    assertThat(told.trouble()).isEmpty();
    assertThat(told.height()).isEmpty();
    results.put("eth_chainId", "-32601");
    EndpointProbe.Report mute = askDoor();
    assertThat(mute.trouble()).isEmpty();
    assertThat(mute.chainId()).isEmpty();
    assertThat(asked).containsExactly("eth_chainId", "eth_chainId");
    results.put("eth_chainId", "\"0x1\"");
    assertThat(askDoor().trouble()).contains("wrong-chain");
    assertThat(ask().trouble()).contains("wrong-chain");
  }

  @Test
  void whatItCannotDoIsNoTrouble() throws Exception {
    results.put("eth_getProof", "-32601");
    results.put("eth_getBalance", "-32602");
    results.remove("web3_clientVersion");
    EndpointProbe.Report report = ask();
    assertThat(report.trouble()).isEmpty();
    assertThat(report.proves()).isFalse();
    assertThat(report.takesHashes()).isFalse();
    assertThat(report.facts()).isEmpty();
  }

  @Test
  void aProofThatDoesNotFitItsHeaderIsNone() throws Exception {
    results.compute(
        "eth_getProof",
        (m, proof) -> String.valueOf(proof).replace("\"balance\":\"0x0\"", "\"balance\":\"0x1\""));
    assertThat(ask().proves()).isFalse();
  }

  @Test
  void anotherChainEndsItAtOnce() throws Exception {
    results.put("eth_chainId", "\"0x1\"");
    EndpointProbe.Report report = ask();
    assertThat(report.trouble()).contains("wrong-chain");
    assertThat(report.chainId()).isEqualTo(OptionalLong.of(1));
    assertThat(asked).containsExactly("eth_chainId");
  }

  @Test
  void silenceAndNonsenseHaveTheirCodes() throws Exception {
    results.put("eth_getBlockByNumber", "{\"number\":\"sixteen\"}");
    assertThat(ask().trouble()).contains("garbage");
    results.remove("eth_chainId");
    assertThat(ask().trouble()).contains("timeout");
  }

  private static EgressTransport.Own own(List<Address> addresses, TxHash sent, Address sender) {
    return new EgressTransport.Own() {
      @Override
      public List<Address> addresses() {
        return addresses;
      }

      @Override
      public Optional<Address> sender(TxHash hash) {
        return hash.equals(sent) ? Optional.of(sender) : Optional.empty();
      }
    };
  }

  @Test
  void whatARequestGivesAwayIsNotedBeforeItLeaves() throws Exception {
    Address mine = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    Address other = Address.parse("0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC");
    String raw = "0x02" + "ab".repeat(110);
    TxHash sent = TxHash.ofRaw(Hex.decode(raw));
    List<String> told = new ArrayList<>();
    try (EgressTransport transport =
        new EgressTransport(
            (body, timeout) -> {
              throw new TransportException(TransportException.Reason.REFUSED, "refused");
            },
            CONFIG.id(),
            own(List.of(mine, other), sent, other),
            (endpoint, account) -> told.add(endpoint + " " + account))) {
      for (String body :
          List.of(
              "{\"params\":[\"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\"]}",
              "{\"data\":\"0x70a08231"
                  + "0".repeat(24)
                  + "5aaeb6053f3e94c9b9a09f33669435e7ef1beaed\"}",
              "{\"method\":\"eth_sendRawTransaction\",\"params\":[\"" + raw + "\"]}",
              "{\"method\":\"eth_getTransactionReceipt\",\"params\":[\"" + sent + "\"]}",
              "{\"method\":\"eth_getTransactionReceipt\",\"params\":[\"0x"
                  + "77".repeat(32)
                  + "\"]}",
              "{\"method\":\"eth_chainId\"}")) {
        try {
          transport.exchange(body.getBytes(StandardCharsets.US_ASCII), Duration.ofSeconds(1));
        } catch (TransportException e) {
          assertThat(e.reason()).isEqualTo(TransportException.Reason.REFUSED);
        }
      }
    }
    assertThat(told)
        .containsExactly("rope " + mine, "rope " + mine, "rope " + other, "rope " + other);
  }
}
