package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.rpc.ScriptedTransport;
import io.belay.core.state.OtherTime;
import io.belay.core.state.Timing;
import io.belay.core.tx.SignedTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/// How long the end of the program waits for endpoints that do not answer, in time that passes only
/// while somebody waits.
@Timeout(20)
class LeaveTest {
  private static final String SEND = "eth_sendRawTransaction";
  private static final String CHAIN = "eth_chainId";

  @TempDir Path directory;
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);
  private FakeSends sends;
  private Waited time;
  private Broadcaster broadcaster;
  private SignedTransaction signed;

  private static final class Waited extends OtherTime {
    private final AtomicLong passed = new AtomicLong();

    Waited(Timing real) {
      super(real);
    }

    @Override
    public long nanos() {
      return passed.get();
    }

    @Override
    public void sleep(Duration wait) {
      passed.addAndGet(wait.toNanos());
    }

    Duration all() {
      return Duration.ofNanos(passed.get());
    }
  }

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
    time = new Waited(sends.network.timing);
    signed = sends.recorded("intent");
    broadcaster = broadcaster();
  }

  @AfterEach
  void close() throws InterruptedException {
    end.countDown();
    broadcaster.settle(Duration.ofSeconds(5));
    sends.close();
  }

  private Broadcaster broadcaster() {
    return new Broadcaster(sends.network.endpoints(), sends.journal::attempted, time, () -> {});
  }

  private ScriptedTransport node(String id) {
    ScriptedTransport node =
        new ScriptedTransport().says(CHAIN, Hex.quantity(FakeNetwork.ID.value()));
    sends.network.endpoint(id, node);
    return node;
  }

  private void accepting(String id) {
    node(id)
        .on(
            SEND,
            params ->
                ScriptedTransport.result(
                    JsonNodeFactory.instance.stringNode(
                        TxHash.ofRaw(Hex.decode(params.path(0).asString(""))).toString())));
  }

  private void hanging(String id, String at) {
    node(id)
        .on(
            at,
            params -> {
              asked.countDown();
              end.await();
              return ScriptedTransport.error(-32000, "too late");
            });
  }

  /// Sends, and hears whoever answers.
  ///
  /// @param answers how many do
  private void begin(int answers) throws InterruptedException {
    broadcaster = broadcaster();
    Flight flight = broadcaster.begin(List.of(signed), e -> true);
    while (answers(flight) < answers) {
      flight.hear(Duration.ofMillis(1), hash -> {});
    }
    asked.await();
  }

  private long answers(Flight flight) {
    return flight.report(signed.hash()).outcomes().values().stream()
        .filter(outcome -> !outcome.kind().equals("timeout"))
        .count();
  }

  private List<AttemptRow> attempts() {
    return sends.journal.find(signed.hash()).orElseThrow().attempts();
  }

  @Test
  void whereOneHoldsItTheOthersGetASecondToTakeIt() throws InterruptedException {
    accepting("a");
    hanging("b", SEND);
    begin(1);
    broadcaster.leave(hash -> false);
    assertThat(time.all()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whoDoesNotEvenSayItsChainGetsNoMore() throws InterruptedException {
    accepting("a");
    hanging("b", CHAIN);
    begin(1);
    broadcaster.leave(hash -> false);
    assertThat(time.all()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aSecondThatIsUpAlreadyIsNotWaitedAgain() throws InterruptedException {
    accepting("a");
    hanging("b", SEND);
    begin(1);
    time.sleep(Duration.ofSeconds(3));
    broadcaster.leave(hash -> false);
    assertThat(time.all()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whereNobodyHoldsItEachGetsTheTimeOfAnAttempt() throws InterruptedException {
    node("a").refuses(SEND, -32000, "insufficient funds");
    hanging("b", SEND);
    begin(1);
    broadcaster.leave(hash -> false);
    assertThat(time.all()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void whatWasHeldBeforeCountsAsHeld() throws InterruptedException {
    hanging("b", SEND);
    begin(0);
    broadcaster.leave(signed.hash()::equals);
    assertThat(time.all()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whoDidNotAnswerIsWrittenDownAsThatOnce() throws InterruptedException {
    accepting("a");
    hanging("b", SEND);
    begin(1);
    broadcaster.leave(hash -> false);
    assertThat(attempts()).extracting(AttemptRow::outcome).containsExactly("accepted", "no-answer");
    assertThat(attempts().getLast().millis()).isEqualTo(1000);

    end.countDown();
    broadcaster.settle(Duration.ofDays(1000));
    assertThat(broadcaster.isIdle()).isTrue();
    assertThat(attempts().getLast().outcome()).isEqualTo("no-answer");
  }

  @Test
  void whereAllHaveAnsweredNobodyWaits() throws InterruptedException {
    accepting("a");
    accepting("b");
    asked.countDown();
    begin(2);
    broadcaster.settle(Duration.ofDays(1000));
    Duration before = time.all();
    broadcaster.leave(hash -> false);
    assertThat(time.all()).isEqualTo(before);
  }
}
