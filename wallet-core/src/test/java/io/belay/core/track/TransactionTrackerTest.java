package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.rpc.FakeBlocks;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.TransportException;
import io.belay.core.send.AttemptRow;
import io.belay.core.send.FakeSends;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class TransactionTrackerTest {
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100);
  private static final BlockRef BLOCK = CHAIN.ref(99);

  @TempDir Path directory;
  private final PoolNode a = new PoolNode(CHAIN);
  private final PoolNode b = new PoolNode(CHAIN);
  private final PoolNode c = new PoolNode(CHAIN);
  private final List<PoolNode> nodes = List.of(a, b, c);
  private FakeSends sends;
  private TransactionTracker tracker;

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
    sends.network.endpoint("a", a.transport);
    sends.network.endpoint("b", b.transport);
    sends.network.endpoint("c", c.transport);
    sends.recorded("intent-1");
    tracker = tracker();
  }

  @AfterEach
  void close() {
    sends.close();
  }

  /// As another process would begin.
  private TransactionTracker tracker() {
    Chain chain = FakeNetwork.chain(Chain.HeaderKind.ETHEREUM);
    Reader reader =
        new Reader(chain, sends.network.endpoints(), sends.network.memory, sends.network.timing);
    boolean[] started = {false};
    return new TransactionTracker(
        reader,
        sends.journal,
        sends.broadcaster(),
        sends.network.clock,
        () -> !started[0] && (started[0] = true),
        () -> {});
  }

  private TxRecord step() throws InterruptedException {
    tracker.step();
    return record();
  }

  private TxRecord stepAfter(Duration time) throws InterruptedException {
    sends.network.clock.pass(time);
    return step();
  }

  private TxRecord record() {
    return sends.journal.all().getFirst();
  }

  private void chainIs(FakeBlocks chain) {
    nodes.forEach(node -> chain.follow(node.transport));
  }

  private void allMined(boolean ok) {
    nodes.forEach(node -> node.mined(BLOCK, ok));
  }

  @Test
  void theFirstRoundSendsItAndFindsItInThePools() throws InterruptedException {
    TxRecord record = step();
    assertThat(record.state()).isEqualTo(TxState.SEEN);
    assertThat(record.evidence()).isEqualTo(Observed.Level.AGREED);
    assertThat(record.attempts()).hasSize(3).allMatch(AttemptRow::seen);
    assertThat(nodes).allMatch(node -> node.sent() == 1);
  }

  @Test
  void itIsSentAgainAfter15And30And60SecondsThenEveryMinute() throws InterruptedException {
    List<Integer> sentAt = new ArrayList<>();
    for (int second = 0; second <= 240; second++) {
      long before = a.sent();
      step();
      if (a.sent() > before) {
        sentAt.add(second);
      }
      sends.network.clock.pass(Duration.ofSeconds(1));
    }
    assertThat(sentAt).containsExactly(0, 15, 30, 60, 120, 180, 240);
  }

  @Test
  void aNewProcessSendsAtOnceWhateverIsDue() throws InterruptedException {
    step();
    step();
    assertThat(a.sent()).isEqualTo(1);
    tracker = tracker();
    step();
    assertThat(a.sent()).isEqualTo(2);
  }

  @Test
  void whatReachedNobodyStaysSignedAndIsSentInTheNextRound() throws InterruptedException {
    nodes.forEach(node -> node.transport.breaks(TransportException.Reason.REFUSED));
    assertThat(step().state()).isEqualTo(TxState.SIGNED);

    nodes.forEach(node -> node.transport.heals());
    assertThat(step().state()).isEqualTo(TxState.SEEN);
  }

  @Test
  void lostAnswersAreUnknownUntilItIsFound() throws InterruptedException {
    nodes.forEach(node -> node.transport.fails(PoolNode.SEND, TransportException.Reason.TIMEOUT));
    assertThat(step().state()).isEqualTo(TxState.UNKNOWN);

    nodes.forEach(PoolNode::takesAgain);
    assertThat(stepAfter(Duration.ofSeconds(15)).state()).isEqualTo(TxState.SEEN);
  }

  @Test
  void acceptedByOneGroupOnlyIsNotSeen() throws InterruptedException {
    b.transport.breaks(TransportException.Reason.REFUSED);
    c.transport.breaks(TransportException.Reason.REFUSED);
    assertThat(step().state()).isEqualTo(TxState.ACCEPTED);
    assertThat(record().evidence()).isEqualTo(Observed.Level.SINGLE);
  }

  @Test
  void whatTwoGroupsRefuseForGoodIsRejectedAndNeverSentAgain() throws InterruptedException {
    nodes.forEach(node -> node.transport.refuses(PoolNode.SEND, -32000, "insufficient funds"));
    assertThat(step().state()).isEqualTo(TxState.REJECTED);
    stepAfter(Duration.ofHours(1));
    assertThat(a.sent()).isEqualTo(1);
  }

  @Test
  void whatWasAcceptedOnceIsNeverRejected() throws InterruptedException {
    step();
    nodes.forEach(node -> {
      node.forgets();
      node.transport.refuses(PoolNode.SEND, -32000, "insufficient funds");
    });
    assertThat(stepAfter(Duration.ofSeconds(15)).state()).isEqualTo(TxState.SEEN);
  }

  @Test
  void whileItIsOnItsWayTheDiskSaysSending() throws InterruptedException {
    List<TxState> onDisk = new CopyOnWriteArrayList<>();
    b.transport.breaks(TransportException.Reason.REFUSED);
    c.transport.breaks(TransportException.Reason.REFUSED);
    a.transport.on(
        PoolNode.SEND,
        params -> {
          onDisk.add(record().state());
          throw new TransportException(TransportException.Reason.BROKEN, "cut");
        });
    step();
    assertThat(onDisk).containsExactly(TxState.SENDING);
  }

  @Test
  void whatMayHaveLeftBeforeACrashIsNeverRejected() throws InterruptedException {
    b.transport.refuses(PoolNode.SEND, -32000, "insufficient funds");
    c.transport.refuses(PoolNode.SEND, -32000, "insufficient funds");
    Thread me = Thread.currentThread();
    a.transport.on(
        PoolNode.SEND,
        params -> {
          me.interrupt();
          throw new InterruptedException();
        });
    assertThat(interruptedStep()).isTrue();

    // the one that may hold it is gone, the others refuse
    a.transport.breaks(TransportException.Reason.REFUSED);
    tracker = tracker();
    assertThat(step().state()).isEqualTo(TxState.UNKNOWN);
  }

  private boolean interruptedStep() {
    try {
      tracker.step();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Test
  void depthGoesFromIncludedToSafeToFinal() throws InterruptedException {
    step();
    allMined(true);
    TxRecord included = stepAfter(Duration.ofSeconds(12));
    assertThat(included.state()).isEqualTo(TxState.INCLUDED);
    assertThat(included.block()).contains(BLOCK);
    assertThat(included.succeeded()).contains(true);
    assertThat(included.evidence()).isEqualTo(Observed.Level.AGREED);
    assertThat(included.nextSend()).isEmpty();

    chainIs(CHAIN.grown(1, "main"));
    assertThat(stepAfter(Duration.ofSeconds(12)).state()).isEqualTo(TxState.SAFE);
    chainIs(CHAIN.grown(2, "main"));
    assertThat(stepAfter(Duration.ofSeconds(12)).state()).isEqualTo(TxState.SAFE);
    chainIs(CHAIN.grown(3, "main"));
    assertThat(stepAfter(Duration.ofSeconds(12)).state()).isEqualTo(TxState.FINAL);
  }

  @Test
  void aRevertedOneBecomesFinalToo() throws InterruptedException {
    allMined(false);
    chainIs(CHAIN.grown(3, "main"));
    TxRecord record = step();
    assertThat(record.state()).isEqualTo(TxState.FINAL);
    assertThat(record.succeeded()).contains(false);
  }

  @Test
  void whatIsIncludedIsNotSentAgainAndWhatIsFinalIsLeftAlone() throws InterruptedException {
    allMined(true);
    step();
    long sent = a.sent();
    stepAfter(Duration.ofMinutes(10));
    assertThat(a.sent()).isEqualTo(sent);

    chainIs(CHAIN.grown(3, "main"));
    assertThat(stepAfter(Duration.ofMinutes(1)).state()).isEqualTo(TxState.FINAL);
    int asked = a.transport.asked().size();
    stepAfter(Duration.ofMinutes(10));
    assertThat(a.transport.asked()).hasSize(asked);
  }

  @Test
  void whatAReorgDropsGoesBackAndIsSentAgain() throws InterruptedException {
    allMined(true);
    assertThat(step().state()).isEqualTo(TxState.INCLUDED);
    long sent = a.sent();

    chainIs(CHAIN.cutTo(98).grown(3, "other"));
    nodes.forEach(PoolNode::forgets);
    TxRecord gone = stepAfter(Duration.ofSeconds(12));
    assertThat(gone.state()).isEqualTo(TxState.ACCEPTED);
    assertThat(gone.block()).isEmpty();
    assertThat(gone.succeeded()).isEmpty();

    assertThat(step().state()).isEqualTo(TxState.SEEN);
    assertThat(a.sent()).isEqualTo(sent + 1);
  }

  @Test
  void oneGroupThatKnowsNoReceiptTakesNothingOutOfItsBlock() throws InterruptedException {
    allMined(true);
    step();
    b.unmined();
    c.transport.breaks(TransportException.Reason.REFUSED);
    assertThat(stepAfter(Duration.ofSeconds(12)).state()).isEqualTo(TxState.INCLUDED);
    assertThat(record().block()).contains(BLOCK);
  }

  @Test
  void aReceiptThatOneOfSeveralGroupsInventsIncludesNothing() throws InterruptedException {
    a.mined(BLOCK, true);
    assertThat(step().state()).isEqualTo(TxState.SEEN);
  }

  @Test
  void whatWasFinalBeforeARestartMakesNothingFinalNow() throws InterruptedException {
    BlockRef later = CHAIN.grown(50, "main").head();
    sends.network.memory.finalizedSeen(
        later,
        new Evidence(
            later.number(), later.hash(), List.of("a", "b"), sends.network.clock.instant()));
    tracker = tracker();
    allMined(true);
    assertThat(step().state()).isEqualTo(TxState.INCLUDED);
  }

  private void nonceIsPast(PoolNode... telling) {
    for (PoolNode node : telling) {
      node.tellsNonce(1);
    }
  }

  private void nobodyKnowsIt() {
    nodes.forEach(node -> {
      node.forgets();
      node.transport.refuses(PoolNode.SEND, -32000, "nonce too low");
    });
  }

  @Test
  void anotherTransactionOnItsNonceIsAConflictWhenTwoGroupsSaySo() throws InterruptedException {
    nobodyKnowsIt();
    nonceIsPast(a, b);
    TxRecord record = step();
    assertThat(record.state()).isEqualTo(TxState.CONFLICT);
    assertThat(record.evidence()).isEqualTo(Observed.Level.AGREED);
  }

  @Test
  void oneGroupAloneCannotClaimAConflict() throws InterruptedException {
    nobodyKnowsIt();
    nonceIsPast(a);
    assertThat(step().state()).isEqualTo(TxState.UNKNOWN);
  }

  @Test
  void aNonceThatIsNotPastIsNoConflict() throws InterruptedException {
    nobodyKnowsIt();
    nodes.forEach(node -> node.tellsNonce(0));
    assertThat(step().state()).isEqualTo(TxState.UNKNOWN);
  }

  @Test
  void whileAnyoneHoldsItThereIsNoConflict() throws InterruptedException {
    nobodyKnowsIt();
    c.takesAgain();
    nonceIsPast(a, b);
    assertThat(step().state()).isEqualTo(TxState.ACCEPTED);
  }

  @Test
  void eachOpenTransactionIsTakenFurther() throws InterruptedException {
    sends.recorded("intent-2");
    tracker.step();
    assertThat(sends.journal.all())
        .hasSize(2)
        .allMatch(record -> record.state().reaches(TxState.ACCEPTED));
  }
}
