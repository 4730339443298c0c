package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.rpc.ScriptedTransport;
import io.belay.core.rpc.TransportException;
import io.belay.core.send.BroadcastReport.Verdict;
import io.belay.core.tx.SignedTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(20)
class FlightTest {
  private static final String SEND = "eth_sendRawTransaction";
  private static final Duration LONG = Duration.ofSeconds(10);

  @TempDir Path directory;
  private FakeSends sends;
  private final List<TxHash> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
  }

  @AfterEach
  void close() {
    sends.close();
  }

  private ScriptedTransport node(String id) {
    ScriptedTransport node =
        new ScriptedTransport()
            .says("eth_chainId", Hex.quantity(FakeNetwork.ID.value()))
            .on(
                SEND,
                params ->
                    ScriptedTransport.result(
                        JsonNodeFactory.instance.stringNode(
                            TxHash.ofRaw(Hex.decode(params.path(0).asString(""))).toString())));
    sends.network.endpoint(id, node);
    return node;
  }

  private ScriptedTransport nodeBehind(CountDownLatch gate) {
    ScriptedTransport node = node("behind");
    return node.on(
        SEND,
        params -> {
          gate.await();
          return ScriptedTransport.result(
              JsonNodeFactory.instance.stringNode(
                  TxHash.ofRaw(Hex.decode(params.path(0).asString(""))).toString()));
        });
  }

  @Test
  void theFirstAcceptanceIsToldThoughAnotherNeverAnswers() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    node("quick");
    nodeBehind(gate);
    SignedTransaction signed = sends.recorded("intent");
    Flight flight = sends.broadcaster().begin(List.of(signed), e -> true);
    while (told.isEmpty()) {
      flight.hear(Duration.ofMillis(1), told::add);
    }
    assertThat(told).containsExactly(signed.hash());
    assertThat(flight.isOver()).isFalse();
    assertThat(flight.report(signed.hash()).verdict()).isEqualTo(Verdict.SUBMITTED);
    gate.countDown();
  }

  @Test
  void aLateAcceptanceIsHeard() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    node("poor-1").refuses(SEND, -32000, "insufficient funds");
    node("poor-2").refuses(SEND, -32000, "insufficient funds");
    nodeBehind(gate);
    SignedTransaction signed = sends.recorded("intent");
    Flight flight = sends.broadcaster().begin(List.of(signed), e -> true);
    flight.hear(Duration.ofMillis(1), told::add);
    assertThat(flight.report(signed.hash()).verdict()).isEqualTo(Verdict.UNKNOWN);
    gate.countDown();
    flight.hear(LONG, told::add);
    assertThat(flight.report(signed.hash()).verdict()).isEqualTo(Verdict.SUBMITTED);
    assertThat(told).containsExactly(signed.hash());
  }

  @Test
  void whoeverStopsListeningChangesNothing() throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    ScriptedTransport behind = nodeBehind(gate);
    node("quick");
    SignedTransaction signed = sends.recorded("intent");
    Broadcaster broadcaster = sends.broadcaster();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                broadcaster.broadcast(signed);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    caller.interrupt();
    caller.join();
    gate.countDown();
    broadcaster.settle(LONG);
    assertThat(broadcaster.isIdle()).isTrue();
    assertThat(behind.asked(SEND)).isEqualTo(1);
    assertThat(sends.journal.find(signed.hash()).orElseThrow().attempts())
        .hasSize(2)
        .allMatch(AttemptRow::holds);
  }

  @Test
  void anEndpointGetsAQueueInTheOrderGiven() throws InterruptedException {
    List<TxHash> got = new CopyOnWriteArrayList<>();
    node("a")
        .on(
            SEND,
            params -> {
              TxHash hash = TxHash.ofRaw(Hex.decode(params.path(0).asString("")));
              got.add(hash);
              return ScriptedTransport.result(JsonNodeFactory.instance.stringNode(hash.toString()));
            });
    List<SignedTransaction> queue = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      queue.add(sends.recorded("intent-" + i));
    }
    sends.broadcaster().begin(queue, e -> true).hear(LONG, told::add);
    assertThat(got).containsExactlyElementsOf(queue.stream().map(SignedTransaction::hash).toList());
    assertThat(told).hasSize(20);
  }

  @Test
  void whoIsGoneKeepsTheRestOfTheQueueForLater() throws InterruptedException {
    ScriptedTransport gone = node("a").breaks(TransportException.Reason.REFUSED);
    List<SignedTransaction> queue = List.of(sends.recorded("one"), sends.recorded("two"));
    Flight flight = sends.broadcaster().begin(queue, e -> true);
    flight.hear(LONG, told::add);
    assertThat(flight.isOver()).isTrue();
    assertThat(gone.asked()).hasSize(1);
    assertThat(flight.report(queue.get(1).hash()).verdict()).isEqualTo(Verdict.NOT_SENT);
  }
}
