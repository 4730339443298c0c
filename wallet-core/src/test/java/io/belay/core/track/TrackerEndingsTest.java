package io.belay.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Signature;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.Blame;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.FakeBlocks;
import io.belay.core.rpc.Reader;
import io.belay.core.rpc.TransportException;
import io.belay.core.send.Bids;
import io.belay.core.send.FakeSends;
import io.belay.core.send.Replacement;
import io.belay.core.send.TxRecord;
import io.belay.core.send.TxState;
import io.belay.core.state.Observed;
import io.belay.core.tx.SignedTransaction;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of transactions that pools forget, that another one displaces, or that wait too
/// long.
@Timeout(30)
class TrackerEndingsTest {
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100);

  @TempDir Path directory;
  private final PoolNode a = new PoolNode(CHAIN);
  private final PoolNode b = new PoolNode(CHAIN);
  private final PoolNode c = new PoolNode(CHAIN);
  private final List<PoolNode> nodes = List.of(a, b, c);
  private FakeSends sends;
  private TransactionTracker tracker;
  private TxHash hash;
  private FakeBlocks chain = CHAIN;
  private boolean woken = true;

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
    sends.network.endpoint("a", a.transport);
    sends.network.endpoint("b", b.transport);
    sends.network.endpoint("c", c.transport);
    hash = sends.recorded("intent-1").hash();
    Reader reader = sends.network.reader();
    tracker =
        new TransactionTracker(
            reader,
            sends.journal,
            sends.broadcaster(),
            sends.network.clock,
            () -> {
              boolean now = woken;
              woken = false;
              return now;
            },
            () -> {});
    nodes.forEach(node -> node.tellsNonce(0));
  }

  @AfterEach
  void close() {
    sends.close();
  }

  private TxRecord record() {
    return sends.journal.find(hash).orElseThrow();
  }

  private TxRecord step() throws InterruptedException {
    tracker.step();
    return record();
  }

  /// One block later.
  private TxRecord stepAtNextBlock() throws InterruptedException {
    chain = chain.grown(1, "main");
    nodes.forEach(node -> chain.follow(node.transport));
    sends.network.clock.pass(Duration.ofSeconds(13));
    return step();
  }

  private void allForget() {
    nodes.forEach(node -> {
      node.forgets();
      node.transport.refuses(PoolNode.SEND, -32000, "txpool is full");
    });
  }

  /// W16.
  @Test
  void whatTwoGroupsKnowNothingOfForThreeBlocksIsDroppedAndSentAgain() throws InterruptedException {
    assertThat(step().state()).isEqualTo(TxState.SEEN);
    allForget();
    assertThat(stepAtNextBlock().state()).isEqualTo(TxState.SEEN);
    assertThat(record().facts().absentSince()).hasValue(101);
    assertThat(stepAtNextBlock().state()).isEqualTo(TxState.SEEN);
    assertThat(stepAtNextBlock().state()).isEqualTo(TxState.SEEN);
    assertThat(stepAtNextBlock().state()).isEqualTo(TxState.DROPPED);

    long before = a.sent();
    nodes.forEach(PoolNode::takesAgain);
    assertThat(step().state()).isEqualTo(TxState.SEEN);
    assertThat(a.sent()).isEqualTo(before + 1);
    assertThat(record().facts().absentSince()).isEmpty();
  }

  @Test
  void oneGroupThatStillHoldsItKeepsItFromBeingDropped() throws InterruptedException {
    step();
    for (PoolNode node : List.of(a, b)) {
      node.forgets();
      node.transport.refuses(PoolNode.SEND, -32000, "txpool is full");
    }
    for (int i = 0; i < 5; i++) {
      assertThat(stepAtNextBlock().state()).isEqualTo(TxState.SEEN);
    }
  }

  @Test
  void whatWasNeverAcceptedStaysUnknown() throws InterruptedException {
    allForget();
    step();
    for (int i = 0; i < 5; i++) {
      assertThat(stepAtNextBlock().state()).isEqualTo(TxState.UNKNOWN);
    }
  }

  /// W02, X15.
  @Test
  void anothersTransactionIsAConflictAndReplacedOnlyOnceItsBlockIsFinal()
      throws InterruptedException {
    step();
    allForget();
    a.tellsNonce(1, 0);
    b.tellsNonce(1, 0);
    assertThat(step().state()).isEqualTo(TxState.CONFLICT);
    assertThat(record().state().isOver()).isFalse();

    a.tellsNonce(1, 1);
    b.tellsNonce(1, 1);
    assertThat(step().state()).isEqualTo(TxState.REPLACED);
    assertThat(record().nextSend()).isEmpty();
  }

  @Test
  void aConflictWhoseBlockIsGoneIsOpenAgain() throws InterruptedException {
    step();
    allForget();
    a.tellsNonce(1, 0);
    b.tellsNonce(1, 0);
    assertThat(step().state()).isEqualTo(TxState.CONFLICT);

    nodes.forEach(node -> node.tellsNonce(0));
    assertThat(stepAtNextBlock().state()).isEqualTo(TxState.UNKNOWN);
    nodes.forEach(PoolNode::takesAgain);
    assertThat(stepAtNextBlock().state()).isIn(TxState.UNKNOWN, TxState.SEEN);
  }

  private TxHash speedUp() {
    TxRecord old = record();
    Replacement faster = Bids.speedUp(old, List.of(old), Optional.empty());
    SignedTransaction signed =
        faster.transaction().signed(new Signature(BigInteger.ONE, BigInteger.TWO, 0));
    return sends.journal.record(faster, signed);
  }

  @Test
  void whatOursTookTheNonceOfNamesOurs() throws InterruptedException {
    step();
    TxHash faster = speedUp();
    BlockRef block = CHAIN.ref(99);
    nodes.forEach(node -> node.minedOnly(faster, block));
    tracker.step();
    tracker.step();
    assertThat(sends.journal.find(faster).orElseThrow().state()).isEqualTo(TxState.INCLUDED);
    assertThat(record().state()).isEqualTo(TxState.CONFLICT);
    assertThat(record().replacedBy()).contains(faster);

    for (int i = 0; i < 4; i++) {
      stepAtNextBlock();
    }
    assertThat(sends.journal.find(faster).orElseThrow().state()).isEqualTo(TxState.FINAL);
    assertThat(step().state()).isEqualTo(TxState.REPLACED);
    assertThat(record().replacedBy()).contains(faster);
  }

  @Test
  void whatWaitsForTenBlocksThoughItIsNextInLineIsStuck() throws InterruptedException {
    assertThat(step().state()).isEqualTo(TxState.SEEN);
    for (int i = 0; i < 9; i++) {
      assertThat(stepAtNextBlock().state()).isEqualTo(TxState.SEEN);
    }
    assertThat(stepAtNextBlock().state()).isEqualTo(TxState.STUCK);
    assertThat(record().evidence()).isEqualTo(Observed.Level.AGREED);
    assertThat(record().state().isReplaceable()).isTrue();
  }

  @Test
  void anEndpointThatIsBackGetsWhatItMissed() throws InterruptedException {
    c.transport.breaks(TransportException.Reason.REFUSED);
    step();
    assertThat(c.transport.asked(PoolNode.SEND)).isZero();
    c.transport.heals();
    stepAtNextBlock(); // its head is asked for and comes
    if (c.sent() == 0) {
      step();
    }
    assertThat(c.sent()).isEqualTo(1);
  }

  /// X04.
  @Test
  void afterASleepAllThatIsOpenIsSentAgainAtOnce() throws InterruptedException {
    step();
    step();
    assertThat(a.sent()).isEqualTo(1);
    woken = true;
    step();
    assertThat(a.sent()).isEqualTo(2);
  }

  @Test
  void whatIsSetAsideIsSentNoMore() throws InterruptedException {
    step();
    sends.journal.progress(record().in(TxState.CONFLICT, Observed.Level.AGREED).sendNoMore());
    allForget();
    long before = a.sent();
    woken = true;
    stepAtNextBlock();
    stepAtNextBlock();
    assertThat(a.sent()).isEqualTo(before);
    assertThat(record().state()).isEqualTo(TxState.CONFLICT);
  }

  /// X01.
  @Test
  void whoAcceptsAndKeepsToItselfIsABlackHoleAfterTwoBlocks() throws InterruptedException {
    for (PoolNode node : List.of(b, c)) {
      node.transport.refuses(PoolNode.SEND, -32000, "txpool is full");
    }
    assertThat(step().state()).isEqualTo(TxState.ACCEPTED);
    step(); // the height of the acceptance is noted
    stepAtNextBlock();
    assertThat(sends.network.memory.blames(new EndpointId("a"))).isEmpty();
    stepAtNextBlock();
    assertThat(sends.network.memory.blames(new EndpointId("a")))
        .extracting(Blame::code)
        .containsExactly("black-hole");
    assertThat(record().attempts().getFirst().blackHole()).isTrue();
  }
}
