package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.rpc.Blame;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.rpc.ScriptedTransport;
import io.belay.core.rpc.TransportException;
import io.belay.core.send.BroadcastReport.Verdict;
import io.belay.core.tx.SignedTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class BroadcasterTest {
  private static final String SEND = "eth_sendRawTransaction";

  @TempDir Path directory;
  private FakeSends sends;
  private SignedTransaction signed;

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
    signed = sends.recorded("intent-1");
  }

  @AfterEach
  void close() {
    sends.close();
  }

  private ScriptedTransport node(String id) {
    ScriptedTransport node =
        new ScriptedTransport()
            .says("eth_chainId", Hex.quantity(FakeNetwork.ID.value()))
            .says(SEND, signed.hash().toString());
    sends.network.endpoint(id, node);
    return node;
  }

  private Verdict broadcast() throws InterruptedException {
    return sends.broadcaster().broadcast(signed).verdict();
  }

  private AttemptRow row(String endpoint) {
    return sends.journal.find(signed.hash()).orElseThrow().attempts().stream()
        .filter(row -> row.endpoint().value().equals(endpoint))
        .findFirst()
        .orElseThrow();
  }

  private void assertRow(String endpoint, String outcome, String kind) {
    assertThat(row(endpoint).outcome()).isEqualTo(outcome);
    assertThat(row(endpoint).kind()).isEqualTo(kind);
  }

  @Test
  void allEndpointsGetTheSameBytesAndEachAnswerIsJournalled() throws InterruptedException {
    List<String> sent = new CopyOnWriteArrayList<>();
    for (String id : List.of("a", "b", "c")) {
      node(id)
          .on(
              SEND,
              params -> {
                sent.add(params.path(0).asString(""));
                return ScriptedTransport.result(
                    tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(
                        signed.hash().toString()));
              });
    }
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
    String raw = Hex.encode(signed.raw());
    assertThat(sent).containsExactly(raw, raw, raw);
    for (String id : List.of("a", "b", "c")) {
      assertRow(id, "accepted", "accepted");
    }
  }

  @Test
  void oneAcceptanceIsEnough() throws InterruptedException {
    node("a").refuses(SEND, -32000, "insufficient funds for gas * price + value");
    node("b").breaks(TransportException.Reason.REFUSED);
    node("c");
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
    assertRow("a", "rejected", "insufficient-funds");
    assertRow("b", "not-reached", "refused");
    assertRow("c", "accepted", "accepted");
  }

  @Test
  void aForeignHashIsNoSuccessAndIsBlamed() throws InterruptedException {
    node("a").says(SEND, TxHash.ofRaw(new byte[] {2, 9}).toString());
    assertThat(broadcast()).isEqualTo(Verdict.UNKNOWN);
    assertRow("a", "no-answer", "foreign-hash");
    assertThat(sends.network.memory.blames(new EndpointId("a")))
        .extracting(Blame::code)
        .containsExactly("foreign-hash");
  }

  @Test
  void ourHashInCapitalsIsOurs() throws InterruptedException {
    node("a")
        .says(
            SEND, "0x" + signed.hash().toString().substring(2).toUpperCase(java.util.Locale.ROOT));
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
  }

  @Test
  void anEndpointOfAnotherChainNeverGetsTheBytes() throws InterruptedException {
    ScriptedTransport wrong = node("a").says("eth_chainId", "0x1");
    assertThat(broadcast()).isEqualTo(Verdict.NOT_SENT);
    assertThat(wrong.asked(SEND)).isZero();
    assertRow("a", "not-reached", "wrong-chain");
  }

  @Test
  void whoDoesNotSayItsChainGetsNothing() throws InterruptedException {
    ScriptedTransport silent = node("a").fails("eth_chainId", TransportException.Reason.TIMEOUT);
    ScriptedTransport refusing = node("b").refuses("eth_chainId", -32601, "no such method");
    assertThat(broadcast()).isEqualTo(Verdict.NOT_SENT);
    assertThat(silent.asked(SEND) + refusing.asked(SEND)).isZero();
    assertRow("a", "not-reached", "timeout");
  }

  @Test
  void theChainIsAskedAgainAfterAMinute() throws InterruptedException {
    ScriptedTransport node = node("a");
    broadcast();
    sends.network.clock.pass(Duration.ofSeconds(59));
    broadcast();
    assertThat(node.asked("eth_chainId")).isEqualTo(1);

    node.says("eth_chainId", "0x1");
    sends.network.clock.pass(Duration.ofSeconds(2));
    assertThat(broadcast()).isEqualTo(Verdict.NOT_SENT);
    assertThat(node.asked(SEND)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = TransportException.Reason.class,
      names = {"TIMEOUT", "BROKEN", "TOO_LARGE"})
  void aLostAnswerMayHaveBeenAYes(TransportException.Reason reason) throws InterruptedException {
    node("a").fails(SEND, reason);
    node("b").refuses(SEND, -32000, "insufficient funds");
    node("c").refuses(SEND, -32000, "insufficient funds");
    assertThat(broadcast()).isEqualTo(Verdict.UNKNOWN);
    assertThat(row("a").outcome()).isEqualTo("no-answer");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransportException.Reason.class,
      names = {"REFUSED", "DNS", "TLS"})
  void whatReachedNobodyWasNotSent(TransportException.Reason reason) throws InterruptedException {
    node("a").fails(SEND, reason);
    assertThat(broadcast()).isEqualTo(Verdict.NOT_SENT);
    assertThat(row("a").outcome()).isEqualTo("not-reached");
  }

  @Test
  void whoHoldsItAlreadyCountsAsHolding() throws InterruptedException {
    node("a").refuses(SEND, -32000, "already known");
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
    assertRow("a", "already-known", "already-known");
  }

  @ParameterizedTest
  @CsvSource({
    "-32000, nonce too low, nonce-too-low",
    "-32000, replacement transaction underpriced, replacement-underpriced",
    "-32005, rate limit exceeded, rate-limited"
  })
  void aRefusalThatIsNotForGoodIsNotRejected(long code, String words, String kind)
      throws InterruptedException {
    node("a").refuses(SEND, code, words);
    node("b").refuses(SEND, code, words);
    assertThat(broadcast()).isEqualTo(Verdict.UNKNOWN);
    assertRow("a", "rejected", kind);
  }

  @Test
  void twoGroupsThatRefuseForGoodReject() throws InterruptedException {
    node("a").refuses(SEND, -32000, "insufficient funds");
    node("b").refuses(SEND, -32000, "intrinsic gas too low");
    assertThat(broadcast()).isEqualTo(Verdict.REJECTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aGatewaysFailureMayHaveComeAfterTheBytesWentOn(int status) throws InterruptedException {
    ScriptedTransport gateway = node("a");
    broadcast(); // so that the chain is known for a minute
    gateway.replies(status, Optional.empty(), "<html>bad gateway</html>");
    assertThat(broadcast()).isEqualTo(Verdict.UNKNOWN);
    assertThat(row("a").outcome()).isEqualTo("no-answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "{\"id\":1000000000000000000000,\"result\":\"0x1\"}"})
  void anUnreadableAnswerMayHaveBeenAYes(String body) throws InterruptedException {
    ScriptedTransport node = node("a");
    broadcast();
    node.replies(200, Optional.empty(), body);
    assertThat(broadcast()).isEqualTo(Verdict.UNKNOWN);
    assertRow("a", "no-answer", "garbage");
  }

  @Test
  void whoIsGivenUpWithoutAnOutcomeMayHaveTheBytes() throws InterruptedException {
    node("a")
        .on(
            SEND,
            params -> {
              throw new InterruptedException();
            });
    node("b").refuses(SEND, -32000, "insufficient funds");
    node("c").refuses(SEND, -32000, "insufficient funds");
    assertThat(broadcast()).isEqualTo(Verdict.UNKNOWN);
  }
}
