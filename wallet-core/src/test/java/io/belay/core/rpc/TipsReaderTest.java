package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.money.Wei;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class TipsReaderTest extends NetworkInHand {
  private static final String TIPS = "eth_feeHistory";
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100);

  private final List<ScriptedTransport> nodes = List.of(CHAIN.node(), CHAIN.node());
  private Reader reader;

  @BeforeEach
  void open() throws InterruptedException {
    network.groups(nodes.get(0), nodes.get(1));
    reader = network.reader();
    nodes.forEach(node -> tell(node, 3));
    reader.view(); // the first poll asks for the head alone
  }

  private static void tell(ScriptedTransport node, long high) {
    node.on(
        TIPS,
        params ->
            ScriptedTransport.result(
                JsonMapper.shared()
                    .readTree("{\"reward\":[[\"0x1\",\"0x2\",\"0x" + high + "\"]]}")));
  }

  private long asked() {
    return nodes.stream().mapToLong(node -> node.asked(TIPS)).sum();
  }

  private Wei high() throws InterruptedException {
    return reader.feeHistory().orElseThrow().high();
  }

  private void nextPoll() throws InterruptedException {
    network.clock.pass(Duration.ofSeconds(9));
    reader.poll();
  }

  @Test
  void whatWasReadComesAlongWithTheNextPollAndIsNotAskedForAgain() throws InterruptedException {
    assertThat(high()).isEqualTo(Wei.of(3));
    nodes.forEach(node -> tell(node, 5));
    nextPoll();
    long before = asked();
    assertThat(before).isEqualTo(4);
    assertThat(high()).isEqualTo(Wei.of(5));
    assertThat(asked()).isEqualTo(before);
  }

  @Test
  void pollsAskForHeadsAloneWhereNobodyReadsTips() throws InterruptedException {
    nextPoll();
    assertThat(asked()).isZero();
    high();
    network.clock.pass(Duration.ofMinutes(1));
    long before = asked();
    reader.poll();
    assertThat(asked()).isEqualTo(before);
  }

  @Test
  void whoWaitsForAViewDoesNotWaitForTipsToo() throws InterruptedException {
    high();
    long before = asked();
    network.clock.pass(Duration.ofSeconds(20));
    reader.view();
    reader.refresh();
    assertThat(asked()).isEqualTo(before);
  }

  @Test
  void whatCameAlongIsNoOlderThanAView() throws InterruptedException {
    high();
    nextPoll();
    nodes.forEach(node -> tell(node, 7));
    network.clock.pass(Duration.ofSeconds(13));
    assertThat(high()).isEqualTo(Wei.of(7));
  }

  @Test
  void whereTheGroupsDifferTheyAreAskedAsBefore() throws InterruptedException {
    high();
    tell(nodes.getFirst(), 9);
    nextPoll();
    long before = asked();
    assertThat(high()).isEqualTo(Wei.of(3));
    assertThat(asked()).isEqualTo(before + 2);
  }

  @Test
  void whoLiedMeanwhileIsNotHeard() throws InterruptedException {
    high();
    nextPoll();
    network.endpoints().getFirst().blame("bad-proof", "a test");
    long before = nodes.getLast().asked(TIPS);
    assertThat(reader.feeHistory().orElseThrow().groups()).isEqualTo(1);
    assertThat(nodes.getLast().asked(TIPS)).isEqualTo(before + 1);
  }

  @Test
  void anAnswerThatIsNoneDoesNotSpoilTheHead() throws InterruptedException {
    high();
    nodes.getFirst().refuses(TIPS, -32000, "not now");
    nodes.getLast().on(TIPS, params -> ScriptedTransport.result(JsonMapper.shared().readTree("7")));
    nodes.forEach(CHAIN.grown(1, "main")::follow);
    network.clock.pass(Duration.ofSeconds(9));
    View view = reader.poll();
    assertThat(view.head().orElseThrow().number()).isEqualTo(101);
    assertThat(view.isAgreed()).isTrue();
    assertThat(reader.feeHistory()).isEmpty();
  }

  @Test
  void whoTakesOneQuestionARequestIsAskedForItsHeadAlone() throws InterruptedException {
    high();
    network.endpoints().forEach(endpoint -> endpoint.learned().refusesBatches());
    long before = asked();
    nextPoll();
    assertThat(asked()).isEqualTo(before);
  }
}
