package io.belay.core.rpc;

import static io.belay.core.rpc.FakeState.ALICE;
import static io.belay.core.rpc.FakeState.HERS;
import static io.belay.core.rpc.FakeState.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AccountRiderTest extends NetworkInHand {
  private static final String PROOF = "eth_getProof";
  private static final FakeState STATE = new FakeState();
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100, STATE.root());

  private final List<ScriptedTransport> nodes =
      List.of(STATE.prove(CHAIN.node()), STATE.prove(CHAIN.node()));
  private Reader reader;

  @BeforeEach
  void open() {
    network.groups(nodes.get(0), nodes.get(1));
    reader = network.reader();
  }

  private Observed<AccountState> read(Address account) throws InterruptedException {
    return reader.account(reader.view(), account);
  }

  private void nextBlock(FakeBlocks chain) throws InterruptedException {
    nodes.forEach(chain::follow);
    network.clock.pass(Duration.ofSeconds(9));
    reader.poll();
  }

  private long asked() {
    return nodes.stream().mapToLong(node -> node.asked(PROOF)).sum();
  }

  @Test
  void theAccountReadLastIsProvenWithTheNextHeadByWhoeverKnowsItAlready()
      throws InterruptedException {
    read(ALICE);
    nextBlock(CHAIN.grown(1, "main"));
    assertThat(nodes.getFirst().asked(PROOF)).isEqualTo(2);
    assertThat(nodes.getLast().asked(PROOF)).isZero();

    Observed<AccountState> next = read(ALICE);
    assertThat(next.level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(next.maybe()).contains(HERS);
    assertThat(next.proof().orElseThrow().blockNumber()).isEqualTo(101);
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void oneRequestNamesOneAccount() throws InterruptedException {
    read(ALICE);
    read(NOBODY);
    long before = asked();
    nextBlock(CHAIN.grown(1, "main"));
    assertThat(asked()).isEqualTo(before + 1);
    read(NOBODY);
    assertThat(asked()).isEqualTo(before + 1);
    read(ALICE);
    assertThat(asked()).isEqualTo(before + 2);
  }

  @Test
  void nobodyIsToldOfAnAccountThatNobodyReads() throws InterruptedException {
    nextBlock(CHAIN.grown(1, "main"));
    assertThat(asked()).isZero();
    read(ALICE);
    long before = asked();
    network.clock.pass(Duration.ofMinutes(1));
    reader.poll();
    assertThat(asked()).isEqualTo(before);
  }

  @Test
  void whereTheOneThatKnowsItIsInTroubleNobodyElseIsTold() throws InterruptedException {
    read(ALICE);
    nodes.getFirst().breaks(TransportException.Reason.REFUSED);
    nextBlock(CHAIN.grown(1, "main"));
    network.clock.pass(Duration.ofSeconds(9));
    reader.poll();
    assertThat(nodes.getLast().asked(PROOF)).isZero();
  }

  @Test
  void aProofOfAnotherStateCountsForNothingAndIsNoLie() throws InterruptedException {
    read(ALICE);
    FakeState other = new FakeState(new AccountState(Wei.of(77), 4, false));
    FakeBlocks gone = FakeBlocks.upTo(100, other.root()).grown(1, "main");
    // the head is of the other state already, the proof still of the first
    nextBlock(gone);
    assertThat(network.memory.blames(new EndpointId("a"))).isEmpty();

    nodes.forEach(other::prove);
    Observed<AccountState> next = read(ALICE);
    assertThat(next.level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(next.maybe().orElseThrow().balance()).isEqualTo(Wei.of(77));
  }

  @Test
  void whatCameAlongCountsInItsOwnStateOnly() throws InterruptedException {
    read(ALICE);
    nextBlock(CHAIN.grown(1, "main"));
    FakeState other = new FakeState(new AccountState(Wei.of(77), 4, false));
    FakeBlocks on = FakeBlocks.upTo(100, other.root()).grown(2, "main");
    nodes.forEach(other::prove);
    nodes.forEach(on::follow);
    network.clock.pass(Duration.ofSeconds(20));
    Observed<AccountState> next = read(ALICE); // in a view that brings nothing along
    assertThat(next.level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(next.maybe().orElseThrow().balance()).isEqualTo(Wei.of(77));
  }

  @Test
  void aRefusalDoesNotSpoilTheHead() throws InterruptedException {
    read(ALICE);
    nodes.forEach(node -> node.refuses(PROOF, -32000, "not now"));
    nextBlock(CHAIN.grown(1, "main"));
    View view = reader.view();
    assertThat(view.head().orElseThrow().number()).isEqualTo(101);
    assertThat(view.isAgreed()).isTrue();
  }
}
