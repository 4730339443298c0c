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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

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

  private static ScriptedTransport.Script block() {
    return params -> ScriptedTransport.result(CHAIN.at(params.path(0).asString("")));
  }

  private static boolean isAhead(JsonNode params) {
    return params.path(2).asString("").equals("latest");
  }

  @Test
  void theProofIsAskedForWhileTheHeadIs() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    a.on(
        PROOF,
        params -> {
          asked.countDown();
          return ScriptedTransport.result(STATE.proof(ALICE));
        });
    for (ScriptedTransport node : List.of(a, b)) {
      node.on(
          BLOCK,
          params -> {
            asked.await(); // would never end if the proof waited for the head
            return block().answer(params);
          });
    }
    assertHers(reader.account(ALICE));
    assertThat(a.asked(PROOF)).isEqualTo(1);
    assertThat(b.asked(PROOF)).isZero();
  }

  @Test
  void whatDoesNotFitTheHeadIsAskedForAgainAndIsNoLie() throws InterruptedException {
    FakeState other = new FakeState(new AccountState(Wei.of(77), 4, false));
    a.on(PROOF, params -> ScriptedTransport.result((isAhead(params) ? other : STATE).proof(ALICE)));
    assertHers(reader.account(ALICE));
    assertThat(a.asked(PROOF)).isEqualTo(2);
    assertThat(network.memory.blames(new EndpointId("a"))).isEmpty();
  }

  @Test
  void whoRefusesOrSendsNoProofIsAskedAsIfNothingHadBeen() throws InterruptedException {
    a.on(
        PROOF,
        params ->
            isAhead(params)
                ? ScriptedTransport.error(-32000, "not now")
                : ScriptedTransport.result(STATE.proof(ALICE)));
    assertHers(reader.account(ALICE));
    network.clock.pass(Duration.ofMinutes(1));
    a.on(
        PROOF,
        params ->
            ScriptedTransport.result(
                isAhead(params) ? STATE.proof(ALICE).arrayNode() : STATE.proof(ALICE)));
    assertHers(reader.account(ALICE));
  }

  @Test
  void whoNeverAnswersKeepsNobodyWaitingAndIsGivenUp() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch givenUp = new CountDownLatch(1);
    a.on(
        PROOF,
        params -> {
          try {
            never.await();
          } finally {
            givenUp.countDown();
          }
          return ScriptedTransport.result(STATE.proof(ALICE));
        });
    assertHers(reader.account(ALICE));
    assertThat(b.asked(PROOF)).isEqualTo(1);
    givenUp.await();
  }

  @Test
  void whoIsInTroubleIsNotToldOfTheAccount() throws InterruptedException {
    a.fails(BLOCK, TransportException.Reason.BROKEN);
    b.fails(BLOCK, TransportException.Reason.BROKEN);
    reader.view();
    network.clock.pass(Duration.ofMinutes(1));
    assertThat(reader.account(ALICE).level()).isEqualTo(Observed.Level.UNKNOWN);
    assertThat(a.asked(PROOF) + b.asked(PROOF)).isZero();
  }

  @Test
  void theOneThatKnowsTheAccountAlreadyIsAsked() throws InterruptedException {
    a.breaks(TransportException.Reason.REFUSED);
    reader.view();
    reader.account(ALICE);
    a.heals();
    network.clock.pass(Duration.ofMinutes(1));
    reader.refresh();
    long before = a.asked(PROOF); // the spot check names an account of nobody's
    network.clock.pass(Duration.ofMinutes(1));
    assertHers(reader.account(ALICE));
    assertThat(a.asked(PROOF)).isEqualTo(before);
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

  @Test
  void whereAViewIsThereTheProofIsAskedForAtItsBlock() throws InterruptedException {
    reader.view();
    a.on(
        PROOF,
        params ->
            isAhead(params)
                ? ScriptedTransport.error(-32000, "not asked for")
                : ScriptedTransport.result(STATE.proof(ALICE)));
    assertHers(reader.account(ALICE));
    assertThat(a.asked(PROOF)).isEqualTo(1);
  }
}
