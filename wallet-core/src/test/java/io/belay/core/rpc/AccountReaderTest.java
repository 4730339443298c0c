package io.belay.core.rpc;

import static io.belay.core.rpc.FakeState.ALICE;
import static io.belay.core.rpc.FakeState.HERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.store.EgressBook;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(20)
class AccountReaderTest extends NetworkInHand {
  private static final FakeState STATE = new FakeState();
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100, STATE.root());
  private static final AccountState LIE = new AccountState(Wei.of(9_000_000), 3, false);

  private final ScriptedTransport a = CHAIN.node();
  private final ScriptedTransport b = CHAIN.node();
  private final ScriptedTransport c = CHAIN.node();

  private void three() {
    network.groups(a, b, c);
  }

  private Observed<AccountState> read(Address account) throws InterruptedException {
    HeadChain heads = network.heads();
    return new AccountReader(
            network.endpoints(),
            heads,
            network.memory,
            new Provers(network.endpoints(), heads, network.memory, network.timing),
            network.timing)
        .at(heads.refresh(), account);
  }

  private static void assertSays(
      Observed<AccountState> read, Observed.Level level, AccountState state, String... groups) {
    assertThat(read.level()).isEqualTo(level);
    assertThat(read.maybe()).contains(state);
    assertThat(read.proof().orElseThrow().groups()).containsExactly(groups);
    assertThat(read.proof().orElseThrow().blockNumber()).isEqualTo(100);
  }

  @Test
  void oneProofAtAnAgreedHeadIsProven() throws InterruptedException {
    three();
    STATE.prove(b);
    assertSays(read(ALICE), Observed.Level.PROVEN, HERS, "a", "b", "c");
  }

  @Test
  void anAccountThatIsNotThereIsProvenEmpty() throws InterruptedException {
    three();
    STATE.prove(a);
    assertSays(
        read(FakeState.NOBODY),
        Observed.Level.PROVEN,
        new AccountState(Wei.ZERO, 0, false),
        "a",
        "b",
        "c");
  }

  @Test
  void aLiarsProofIsBlamedAndTheNextOneIsAsked() throws InterruptedException {
    three();
    a.on(
        "eth_getProof",
        params -> ScriptedTransport.result(STATE.proof(ALICE).put("balance", "0xffffff")));
    STATE.prove(b);

    assertSays(read(ALICE), Observed.Level.PROVEN, HERS, "a", "b", "c");
    assertThat(network.memory.blames(new EndpointId("a")))
        .extracting(Blame::code)
        .containsExactly("bad-proof");
    assertThat(network.memory.blames(new EndpointId("b"))).isEmpty();
  }

  @Test
  void whoLiedBeforeIsAskedLast() throws InterruptedException {
    three();
    STATE.prove(a);
    STATE.prove(c);
    network.endpoints().getFirst().blame("bad-proof", "before");
    read(ALICE);
    assertThat(a.asked("eth_getProof")).isZero();
    assertThat(c.asked("eth_getProof")).isEqualTo(1);
  }

  @Test
  void whoWasToldTheAccountTodayInAnEarlierRunIsAskedFirst() throws InterruptedException {
    three();
    STATE.prove(a);
    STATE.prove(c);
    try (EgressBook told = new EgressBook(network.database, network.clock)) {
      told.told(FakeNetwork.ID.value(), "c", ALICE);
    }
    read(ALICE);
    assertThat(a.asked("eth_getProof")).isZero();

    network.clock.pass(Duration.ofDays(1));
    read(ALICE);
    assertThat(a.asked("eth_getProof")).isEqualTo(1);
  }

  @Test
  void whoServesAnotherChainIsNotAsked() throws InterruptedException {
    three();
    STATE.prove(a).says("eth_chainId", "0x1");
    read(ALICE);
    assertThat(a.asked("eth_getProof")).isZero();
  }

  @Test
  void whoCannotBeAskedByHashIsAskedByNumberAndProvenAllTheSame() throws InterruptedException {
    three();
    a.on(
        "eth_getProof",
        params ->
            params.path(2).isObject()
                ? ScriptedTransport.error(
                    -32602,
                    "invalid argument 2: json: cannot unmarshal object into Go value of type string")
                : ScriptedTransport.result(STATE.proof(ALICE)));
    assertThat(read(ALICE).level()).isEqualTo(Observed.Level.PROVEN);
    assertThat(a.asked("eth_getProof")).isEqualTo(2);
  }

  @Test
  void oneGroupAloneIsSingleThoughItProves() throws InterruptedException {
    network.endpoint("a-1", "a", STATE.prove(a));
    network.endpoint("a-2", "a", STATE.prove(b));
    assertSays(read(ALICE), Observed.Level.SINGLE, HERS, "a");
    assertThat(network.memory.account(ALICE)).isEmpty();
  }

  @Test
  void groupsThatSayTheSameWithoutProofAgree() throws InterruptedException {
    three();
    FakeState.tell(a, HERS);
    FakeState.tell(b, HERS);
    assertSays(read(ALICE), Observed.Level.AGREED, HERS, "a", "b");
  }

  @Test
  void oneGroupThatTellsWithoutProofIsSingle() throws InterruptedException {
    three();
    FakeState.tell(b, HERS);
    assertSays(read(ALICE), Observed.Level.SINGLE, HERS, "b");
  }

  @Test
  void oneLiarAmongThreeNeitherWinsNorStopsThem() throws InterruptedException {
    three();
    FakeState.tell(a, LIE);
    FakeState.tell(b, HERS);
    FakeState.tell(c, HERS);
    assertSays(read(ALICE), Observed.Level.AGREED, HERS, "b", "c");
  }

  @Test
  void halfAgainstHalfIsDisputedWithoutAValue() throws InterruptedException {
    three();
    FakeState.tell(a, LIE);
    FakeState.tell(b, HERS);
    Observed<AccountState> read = read(ALICE);
    assertThat(read).isInstanceOf(Observed.Disputed.class);
    assertThat(read.maybe()).isEmpty();
  }

  @Test
  void twoEndpointsOfOneGroupAreOneVoice() throws InterruptedException {
    network.endpoint("a-1", "a", FakeState.tell(a, LIE));
    network.endpoint("a-2", "a", FakeState.tell(b, LIE));
    network.endpoint("c", FakeState.tell(c, HERS));
    assertThat(read(ALICE)).isInstanceOf(Observed.Disputed.class);
  }

  @Test
  void aGroupThatContradictsItselfHasNoVote() throws InterruptedException {
    // one group only, so that the round of heads waits for both endpoints
    network.endpoint("a-1", "a", FakeState.tell(a, LIE));
    network.endpoint("a-2", "a", FakeState.tell(b, HERS));
    assertThat(read(ALICE)).isInstanceOf(Observed.Disputed.class);
  }

  @Test
  void theWordOfOneCaughtLyingDoesNotCount() throws InterruptedException {
    three();
    FakeState.tell(a, LIE)
        .on(
            "eth_getProof",
            params -> ScriptedTransport.result(STATE.proof(ALICE).put("balance", "0x895440")));
    FakeState.tell(b, HERS);
    assertSays(read(ALICE), Observed.Level.SINGLE, HERS, "b");
  }

  @Test
  void theOnlyOneLeftIsNotBelievedOnceItsProofFailed() throws InterruptedException {
    network.endpoint("a", FakeState.tell(a, LIE));
    a.on(
        "eth_getProof",
        params -> ScriptedTransport.result(STATE.proof(ALICE).put("balance", "0x895440")));
    assertThat(read(ALICE)).isEqualTo(new Observed.Unknown<>("no-answer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"0x\"", "0", "\"12\"", "{}", "[]", "\"0x-1\""})
  void whatIsNoBalanceNeverBecomesZero(String balance) throws InterruptedException {
    three();
    for (ScriptedTransport node : new ScriptedTransport[] {a, b, c}) {
      FakeState.tell(node, HERS)
          .on(
              "eth_getBalance",
              params -> ScriptedTransport.result(JsonMapper.shared().readTree(balance)));
    }
    assertThat(read(ALICE)).isEqualTo(new Observed.Unknown<>("no-answer"));
  }

  @Test
  void errorsNeverBecomeZero() throws InterruptedException {
    three();
    assertThat(read(ALICE)).isEqualTo(new Observed.Unknown<>("no-answer"));
    a.breaks(TransportException.Reason.REFUSED);
    b.replies(500, java.util.Optional.empty(), "oops");
    c.replies(200, java.util.Optional.empty(), "<html>");
    assertThat(read(ALICE)).isEqualTo(new Observed.Unknown<>("no-answer"));
  }

  @Test
  void whatWasKnownOnceIsStaleWhenNobodyAnswers() throws InterruptedException {
    three();
    STATE.prove(a);
    Observed<AccountState> before = read(ALICE);
    network.clock.pass(Duration.ofHours(1));
    a.breaks(TransportException.Reason.TIMEOUT);
    b.breaks(TransportException.Reason.TIMEOUT);
    c.breaks(TransportException.Reason.TIMEOUT);

    Observed<AccountState> after = read(ALICE);
    assertThat(after.level()).isEqualTo(Observed.Level.STALE);
    assertThat(after.maybe()).contains(HERS);
    assertThat(after.proof()).isEqualTo(before.proof());
    assertThat(read(FakeState.NOBODY)).isEqualTo(new Observed.Unknown<>("no-answer"));
  }

  @Test
  void aDisputedHeadHasNoAccounts() throws InterruptedException {
    network.groups(STATE.prove(a), STATE.prove(CHAIN.cutTo(50).grown(50, "fork").follow(b)));
    assertThat(read(ALICE)).isInstanceOf(Observed.Disputed.class);
  }
}
