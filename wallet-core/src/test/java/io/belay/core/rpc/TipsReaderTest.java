package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.chain.Chain;
import io.belay.core.money.Wei;
import io.belay.core.state.OtherTime;
import io.belay.core.state.Timing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /// Reads with a view that is too old to have brought the tips along.
  private void askedLongAgo() throws InterruptedException {
    reader.view();
    network.clock.pass(Duration.ofMinutes(2));
  }

  /// Time that hardly passes, so that a slow machine is not taken for a slow endpoint.
  private static final class Slowly extends OtherTime {
    Slowly(Timing real) {
      super(real);
    }

    @Override
    public long nanos() {
      return super.nanos() / 1000;
    }
  }

  private Reader inSlowTime() {
    return new Reader(
        FakeNetwork.chain(Chain.HeaderKind.ETHEREUM),
        network.endpoints(),
        network.memory,
        new Slowly(network.timing));
  }

  /// Lets a node tell its blocks only when something happened.
  private static void waits(ScriptedTransport node, CountDownLatch until) {
    node.on(
        "eth_getBlockByNumber",
        params -> {
          until.await();
          return ScriptedTransport.result(CHAIN.at(params.path(0).asString("")));
        });
  }

  @Test
  void theFirstPollBringsThemAlong() throws InterruptedException {
    reader.view();
    assertThat(asked()).isEqualTo(2);
    assertThat(high()).isEqualTo(Wei.of(3));
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void whoReadsThemBesideTheFirstPollWaitsForIt() throws Exception {
    reader = inSlowTime();
    CountDownLatch bothAsked = new CountDownLatch(2);
    nodes.forEach(node ->
        node.on(
            "eth_getBlockByNumber",
            params -> {
              bothAsked.countDown();
              bothAsked.await();
              return ScriptedTransport.result(CHAIN.at(params.path(0).asString("")));
            }));
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Wei> high = tasks.submit(this::high);
      Future<View> view = tasks.submit(() -> reader.view());
      assertThat(view.get().isAgreed()).isTrue();
      assertThat(high.get()).isEqualTo(Wei.of(3));
    }
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void aPollThatFailsIsNotWaitedFor() throws Exception {
    reader = inSlowTime();
    nodes.getLast().breaks(TransportException.Reason.REFUSED);
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Wei> high = tasks.submit(this::high);
      Future<View> view = tasks.submit(() -> reader.view());
      assertThat(view.get().head()).isPresent();
      assertThat(high.get()).isEqualTo(Wei.of(3));
    }
  }

  @Test
  void aPollThatTakesLongKeepsNobodyWaitingForTips() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    nodes.forEach(node -> waits(node, never));
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<View> view = tasks.submit(() -> reader.view());
      assertThat(high()).isEqualTo(Wei.of(3));
      assertThat(view.isDone()).isFalse();
      never.countDown();
      view.get();
    }
  }

  @Test
  void whereNobodyPollsTheyAreAskedFor() throws InterruptedException {
    assertThat(high()).isEqualTo(Wei.of(3));
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void aChainWithoutFeeMarketIsNotAskedForTips() throws InterruptedException {
    Chain chain = FakeNetwork.chain(Chain.HeaderKind.ETHEREUM);
    Chain.Rules rules = new Chain.Rules(Chain.HeaderKind.ETHEREUM, false, chain.rules().minPoll());
    Chain old =
        new Chain(chain.id(), "Old", "old", chain.currency(), chain.blockTime(), rules, false);
    new Reader(old, network.endpoints(), network.memory, network.timing).poll();
    assertThat(asked()).isZero();
  }

  @Test
  void whatWasReadComesAlongWithTheNextPollAndIsNotAskedForAgain() throws InterruptedException {
    askedLongAgo();
    assertThat(high()).isEqualTo(Wei.of(3));
    nodes.forEach(node -> tell(node, 5));
    long first = asked();
    nextPoll();
    long before = asked();
    assertThat(before).isEqualTo(first + 2);
    assertThat(high()).isEqualTo(Wei.of(5));
    assertThat(asked()).isEqualTo(before);
  }

  @Test
  void pollsAskForHeadsAloneWhereNobodyReadsTips() throws InterruptedException {
    reader.view();
    network.clock.pass(Duration.ofMinutes(1));
    long before = asked();
    reader.poll();
    assertThat(asked()).isEqualTo(before);
    high();
    nextPoll();
    long again = asked();
    assertThat(again).isGreaterThan(before + 2);
    network.clock.pass(Duration.ofMinutes(1));
    reader.poll();
    assertThat(asked()).isEqualTo(again);
  }

  @Test
  void whoWaitsForAViewLaterDoesNotWaitForTipsToo() throws InterruptedException {
    reader.view();
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
