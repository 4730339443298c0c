package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.core.rpc.Blame;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.rpc.ScriptedTransport;
import io.belay.core.rpc.TransportException;
import io.belay.core.send.BroadcastReport.Verdict;
import io.belay.core.tx.SignedTransaction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who is given a transaction only when nobody else took it, and what is asked of them.
@Timeout(20)
class ReserveTest {
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

  private ScriptedTransport node(EndpointConfig config) {
    ScriptedTransport node =
        new ScriptedTransport()
            .says("eth_chainId", Hex.quantity(FakeNetwork.ID.value()))
            .says(SEND, signed.hash().toString());
    sends.network.endpoint(config, node);
    return node;
  }

  private ScriptedTransport ordinary(String id) {
    return node(DoorFixture.ordinary(id));
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

  @Test
  void theReserveStaysOutWhereSomebodyTakesIt() throws InterruptedException {
    ordinary("a").breaks(TransportException.Reason.REFUSED);
    ordinary("b");
    ScriptedTransport relay = node(DoorFixture.relay("relay"));
    ScriptedTransport reading = node(DoorFixture.readingRelay("reading"));
    ScriptedTransport door = node(DoorFixture.sequencer("door"));
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
    assertThat(relay.asked()).isEmpty();
    assertThat(reading.asked()).isEmpty();
    assertThat(door.asked()).isEmpty();
  }

  @Test
  void theReserveIsAskedWhereNobodyWasReached() throws InterruptedException {
    ordinary("a").breaks(TransportException.Reason.REFUSED);
    ScriptedTransport relay = node(DoorFixture.relay("relay"));
    ScriptedTransport door = node(DoorFixture.sequencer("door"));
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
    assertThat(row("a").outcome()).isEqualTo("not-reached");
    assertThat(row("relay").outcome()).isEqualTo("accepted");
    assertThat(row("door").outcome()).isEqualTo("accepted");
    assertThat(relay.asked()).containsExactly("eth_chainId", SEND);
    assertThat(door.asked()).containsExactly("eth_chainId", SEND);
  }

  @Test
  void theReserveIsAskedWhereItMayBeOutAndNobodySaysSo() throws InterruptedException {
    ordinary("a").fails(SEND, TransportException.Reason.TIMEOUT);
    node(DoorFixture.sequencer("door"));
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
  }

  @Test
  void whatIsRefusedForGoodGoesToNobodyElse() throws InterruptedException {
    ordinary("a").refuses(SEND, -32000, "insufficient funds");
    ordinary("b").refuses(SEND, -32000, "insufficient funds");
    ScriptedTransport door = node(DoorFixture.sequencer("door"));
    assertThat(broadcast()).isEqualTo(Verdict.REJECTED);
    assertThat(door.asked()).isEmpty();
  }

  @Test
  void aDoorThatWasSwitchedOnGoesAlongAndARelayDoesNot() throws InterruptedException {
    ordinary("a");
    ScriptedTransport door = node(DoorFixture.on(DoorFixture.sequencer("door"), true));
    ScriptedTransport relay = node(DoorFixture.relay("relay"));
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
    assertThat(door.asked(SEND)).isEqualTo(1);
    assertThat(relay.asked()).isEmpty();
  }

  @Test
  void theReserveAloneIsAskedAtOnce() throws InterruptedException {
    node(DoorFixture.relay("relay"));
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
    assertThat(row("relay").outcome()).isEqualTo("accepted");
  }

  @Test
  void aDoorThatDoesNotTellItsChainGoesByTheList() throws InterruptedException {
    for (String words : List.of("the method does not exist", "rpc method is not whitelisted")) {
      String id = "door" + words.length();
      node(DoorFixture.sequencer(id)).refuses("eth_chainId", -32601, words);
    }
    assertThat(broadcast()).isEqualTo(Verdict.SUBMITTED);
    for (Endpoint endpoint : sends.network.endpoints()) {
      assertThat(row(endpoint.id().value()).outcome()).isEqualTo("accepted");
      assertThat(endpoint.isChainByTheList()).isTrue();
    }
  }

  @Test
  void aDoorOfAnotherChainNeverGetsTheBytes() throws InterruptedException {
    ScriptedTransport door = node(DoorFixture.sequencer("door")).says("eth_chainId", "0x1");
    assertThat(broadcast()).isEqualTo(Verdict.NOT_SENT);
    assertThat(door.asked(SEND)).isZero();
    assertThat(sends.network.memory.blames(new EndpointId("door")))
        .extracting(Blame::code)
        .containsExactly("wrong-chain");
  }

  @Test
  void whoReadsMustTellItsChainItself() throws InterruptedException {
    ScriptedTransport node =
        ordinary("a").refuses("eth_chainId", -32601, "the method does not exist");
    assertThat(broadcast()).isEqualTo(Verdict.NOT_SENT);
    assertThat(node.asked(SEND)).isZero();
  }

  @Test
  void aDoorThatIsSilentAboutItsChainGetsNothing() throws InterruptedException {
    ScriptedTransport door =
        node(DoorFixture.sequencer("door")).fails("eth_chainId", TransportException.Reason.TIMEOUT);
    assertThat(broadcast()).isEqualTo(Verdict.NOT_SENT);
    assertThat(door.asked(SEND)).isZero();
  }
}
