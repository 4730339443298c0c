package io.belay.core.rpc;

import static io.belay.core.rpc.FakeState.ALICE;
import static io.belay.core.rpc.FakeState.HERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ProofAheadTest extends NetworkInHand {
  private static final String PROOF = "eth_getProof";
  private static final String BLOCK = "eth_getBlockByNumber";
  private static final FakeState STATE = new FakeState();
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100, STATE.root());

  private final ScriptedTransport a = STATE.prove(CHAIN.node());
  private final ScriptedTransport b = STATE.prove(CHAIN.node());
  private Reader reader;

  @BeforeEach
  void open() {
    network.groups(a, b);
    reader = network.reader();
  }

  private void assertHers(Observed<AccountState> read) {
    assertThat(read.level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(read.maybe()).contains(HERS);
  }

  /// Lets nodes refuse the first proof that one of them is asked for; counts those asked for.
  private static AtomicInteger provesTheSecondTime(ScriptedTransport... nodes) {
    AtomicInteger times = new AtomicInteger();
    for (ScriptedTransport node : nodes) {
      node.on(
          PROOF,
          params ->
              times.incrementAndGet() == 1
                  ? ScriptedTransport.error(-32000, "not now")
                  : ScriptedTransport.result(STATE.proof(ALICE)));
    }
    return times;
  }

  /// Lets a node tell its blocks only when something happened.
  private static void waits(ScriptedTransport node, CountDownLatch until) {
    node.on(
        BLOCK,
        params -> {
          until.await();
          return ScriptedTransport.result(CHAIN.at(params.path(0).asString("")));
        });
  }

  @Test
  void theFirstWhoTellsAHeadIsAskedForTheProofBeforeTheGroupsAgree() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    a.on(
        PROOF,
        params -> {
          asked.countDown();
          return ScriptedTransport.result(STATE.proof(ALICE));
        });
    waits(b, asked); // would never end if the proof waited for both
    assertHers(reader.account(ALICE));
    assertThat(a.asked(PROOF)).isEqualTo(1);
    assertThat(b.asked(PROOF)).isZero();
  }

  @Test
  void aProofOfAnotherBlockThanTheAgreedOneCountsForNothing() throws InterruptedException {
    FakeState other = new FakeState(new AccountState(Wei.of(77), 4, false));
    FakeBlocks fork = FakeBlocks.upTo(100, other.root());
    ScriptedTransport c = STATE.prove(CHAIN.node());
    network.endpoint("c", c);
    CountDownLatch asked = new CountDownLatch(1);
    fork.follow(a);
    a.on(
        PROOF,
        params -> {
          asked.countDown();
          return ScriptedTransport.result(other.proof(ALICE));
        });
    waits(b, asked);
    waits(c, asked);
    assertHers(network.reader().account(ALICE));
  }

  @Test
  void whoProvesNothingIsAskedAgainLikeAnybody() throws InterruptedException {
    AtomicInteger times = provesTheSecondTime(a, b);
    assertHers(reader.account(ALICE));
    assertThat(times).hasValue(2);
  }

  @Test
  void whoProvesNothingIsAskedAgainThoughNobodyElseIsThere() throws InterruptedException {
    b.breaks(TransportException.Reason.REFUSED);
    AtomicInteger times = provesTheSecondTime(a);
    assertThat(reader.account(ALICE).maybe()).contains(HERS);
    assertThat(times).hasValue(2);
  }

  @Test
  void whoNeverAnswersKeepsNobodyWaitingAndIsGivenUp() throws InterruptedException {
    CountDownLatch givenUp = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    a.on(
        PROOF,
        params -> {
          asked.countDown();
          try {
            new CountDownLatch(1).await();
          } finally {
            givenUp.countDown();
          }
          return ScriptedTransport.result(STATE.proof(ALICE));
        });
    waits(b, asked);
    assertHers(reader.account(ALICE));
    assertThat(b.asked(PROOF)).isEqualTo(1);
    givenUp.await();
  }

  @Test
  void whoTellsNoHeadIsNotToldOfTheAccount() throws InterruptedException {
    a.fails(BLOCK, TransportException.Reason.BROKEN);
    assertThat(reader.account(ALICE).maybe()).contains(HERS);
    assertThat(a.asked(PROOF)).isZero();
    b.fails(BLOCK, TransportException.Reason.BROKEN);
    network.clock.pass(Duration.ofMinutes(1));
    long before = b.asked(PROOF);
    reader.account(ALICE);
    assertThat(a.asked(PROOF) + b.asked(PROOF)).isEqualTo(before);
  }

  @Test
  void whereSomebodyKnowsTheAccountNobodyElseIsTold() throws InterruptedException {
    a.breaks(TransportException.Reason.REFUSED);
    reader.account(ALICE);
    a.heals();
    network.clock.pass(Duration.ofMinutes(1));
    reader.view();
    network.clock.pass(Duration.ofMinutes(1));
    CountDownLatch told = new CountDownLatch(1);
    a.on(
        BLOCK,
        params -> {
          told.countDown();
          return ScriptedTransport.result(CHAIN.at(params.path(0).asString("")));
        });
    waits(b, told); // so that `a` is the first
    assertHers(reader.account(ALICE));
    assertThat(a.asked(PROOF)).isZero();
  }

  @Test
  void twoWhoAskAtOnceShareOneProof() throws Exception {
    try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Observed<AccountState>>> both =
          List.of(
              tasks.submit(() -> reader.account(ALICE)), tasks.submit(() -> reader.account(ALICE)));
      for (Future<Observed<AccountState>> one : both) {
        assertHers(one.get());
      }
    }
    assertThat(a.asked(PROOF) + b.asked(PROOF)).isEqualTo(1);
  }
}
