package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.EndpointStatus.Voice;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.ObjectNode;

@Timeout(20)
class HeadChainTest extends NetworkInHand {
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100);

  private final ScriptedTransport a = CHAIN.node();
  private final ScriptedTransport b = CHAIN.node();
  private final ScriptedTransport c = CHAIN.node();

  private HeadChain three() {
    network.groups(a, b, c);
    return network.heads();
  }

  private static void follow(FakeBlocks blocks, ScriptedTransport... nodes) {
    for (ScriptedTransport node : nodes) {
      blocks.follow(node);
    }
  }

  private static void assertHead(View view, BlockRef head, String... groups) {
    assertThat(view.head().map(SeenBlock::ref)).contains(head);
    assertThat(view.groups()).containsExactlyInAnyOrder(groups);
  }

  @Test
  void whoNamesAnotherBlockContradictsAndWhoIsAloneIsNotConfirmed() throws InterruptedException {
    follow(CHAIN.cutTo(97).grown(3, "fork"), c);
    HeadChain heads = three();
    assertThat(heads.voice(network.endpoints().getFirst())).isEqualTo(Voice.UNKNOWN);
    heads.refresh();
    assertThat(network.endpoints().stream().map(heads::voice))
        .containsExactly(Voice.AGREES, Voice.AGREES, Voice.CONTRADICTS);
    a.breaks(TransportException.Reason.REFUSED);
    c.breaks(TransportException.Reason.REFUSED);
    heads.refresh();
    assertThat(network.endpoints().stream().map(heads::voice))
        .containsExactly(Voice.UNKNOWN, Voice.ALONE, Voice.UNKNOWN);
  }

  @Test
  void theFirstPollAsksForTheHeadAloneAndTheNextForWhatIsSafeAndFinal()
      throws InterruptedException {
    HeadChain heads = three();
    View first = heads.ahead(Duration.ofHours(1));
    assertThat(first.headObserved().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(first.finalized().level()).isEqualTo(Observed.Level.UNKNOWN);
    assertThat(first.safe()).isEmpty();
    assertThat(a.asked()).containsExactly("eth_chainId", "eth_getBlockByNumber");
    assertThat(heads.lacksFinality()).isTrue();
    assertThat(heads.atMost(Duration.ofHours(1))).isEqualTo(first);

    View next = heads.ahead(Duration.ofHours(1));
    assertThat(next.finalized().maybe()).contains(CHAIN.ref(96));
    assertThat(next.finalized().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(next.safe()).contains(CHAIN.ref(98));
    assertThat(heads.lacksFinality()).isFalse();
    assertThat(heads.ahead(Duration.ofHours(1))).isEqualTo(next);
  }

  @Test
  void whoNeedsMoreThanTheHeadIsToldMore() throws InterruptedException {
    HeadChain heads = three();
    heads.atMost(Duration.ofHours(1));
    assertThat(heads.whole(Duration.ofHours(1)).finalized().maybe()).contains(CHAIN.ref(96));
    assertThat(a.asked("eth_getBlockByNumber")).isEqualTo(1 + 3);
  }

  @Test
  void whoBeginsAndNeedsMoreThanTheHeadAsksOnce() throws InterruptedException {
    View first = three().whole(Duration.ofHours(1));
    assertThat(first.finalized().maybe()).contains(CHAIN.ref(96));
    assertThat(a.asked("eth_chainId")).isEqualTo(1);
  }

  @Test
  void theFirstPollComparesWhatWasFinalInAnEarlierRun() throws InterruptedException {
    BlockRef another = CHAIN.cutTo(90).grown(6, "fork").head();
    network.memory.finalizedSeen(
        another,
        new Evidence(another.number(), another.hash(), List.of("x", "y"), network.clock.instant()));
    View first = three().atMost(Duration.ofHours(1));
    assertThat(first.turn()).isEqualTo(View.Turn.HALT);
    assertThat(first.head()).isEmpty();
  }

  @Test
  void groupsThatSayTheSameAgree() throws InterruptedException {
    View view = three().refresh();
    assertHead(view, CHAIN.head(), "a", "b", "c");
    assertThat(view.headObserved().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(view.head().map(SeenBlock::verified)).contains(true);
    assertThat(view.safe()).contains(CHAIN.ref(98));
    assertThat(view.finalized().maybe()).contains(CHAIN.ref(96));
    assertThat(view.finalized().level()).isEqualTo(Observed.Level.AGREED);
  }

  @Test
  void whoIsOneBlockAheadVouchesForTheParent() throws InterruptedException {
    follow(CHAIN.grown(1, "main"), a);
    assertHead(three().refresh(), CHAIN.head(), "a", "b", "c");
  }

  @Test
  void aLoneHeadFarAheadMovesNothing() throws InterruptedException {
    a.on(
        "eth_getBlockByNumber",
        params ->
            ScriptedTransport.result(CHAIN.grown(5_000, "main").at(params.path(0).asString())));
    View view = three().refresh();
    assertHead(view, CHAIN.head(), "a", "b", "c");
    assertThat(view.finalized().maybe()).contains(CHAIN.ref(96));
  }

  @Test
  void oneGroupOnAForkIsOutvoted() throws InterruptedException {
    follow(CHAIN.cutTo(50).grown(50, "fork"), c);
    assertHead(three().refresh(), CHAIN.head(), "a", "b");
  }

  @Test
  void twoAgainstTwoIsDisputedAndNamesBothSides() throws InterruptedException {
    FakeBlocks fork = CHAIN.cutTo(50).grown(50, "fork");
    network.endpoint("d", fork.node());
    follow(fork, c);
    View view = three().refresh();
    assertThat(view.head()).isEmpty();
    assertThat(view.headObserved().level()).isEqualTo(Observed.Level.DISPUTED);
    assertThat(view.claims()).hasSize(2).anyMatch(s -> s.endsWith("by a, b"));
    assertThat(view.finalized().maybe()).isEmpty();
  }

  @Test
  void twoEndpointsOfOneGroupAreOneVoice() throws InterruptedException {
    network.endpoint("a-1", "a", a);
    network.endpoint("a-2", "a", b);
    View view = network.heads().refresh();
    assertHead(view, CHAIN.head(), "a");
    assertThat(view.headObserved().level()).isEqualTo(Observed.Level.SINGLE);
    assertThat(view.finalized().level()).isEqualTo(Observed.Level.SINGLE);
  }

  @Test
  void whoLagsBehindHasNoVote() throws InterruptedException {
    follow(CHAIN.cutTo(80), c);
    HeadChain heads = three();
    assertHead(heads.refresh(), CHAIN.head(), "a", "b");
    assertThat(heads.behind(network.endpoints().getLast())).contains(Duration.ofMinutes(4));
    assertThat(heads.behind(network.endpoints().getFirst())).contains(Duration.ZERO);
  }

  @Test
  void anEndpointOfAnotherChainHasNoVoteAndIsBlamedOnce() throws InterruptedException {
    a.says("eth_chainId", "0x1");
    HeadChain heads = three();
    heads.refresh();
    assertHead(heads.refresh(), CHAIN.head(), "b", "c");
    assertThat(network.memory.blames(new EndpointId("a")))
        .extracting(Blame::code)
        .containsExactly("wrong-chain");
  }

  @Test
  void aHeaderThatIsNotItsHashIsBlamedAndHasNoVote() throws InterruptedException {
    a.on(
        "eth_getBlockByNumber",
        params -> {
          ObjectNode block = (ObjectNode) CHAIN.at(params.path(0).asString()).deepCopy();
          return ScriptedTransport.result(block.put("gasUsed", "0x5"));
        });
    HeadChain heads = three();
    assertHead(heads.refresh(), CHAIN.head(), "b", "c");
    assertThat(network.endpoints().getFirst().health().isAside()).isTrue();
  }

  @Test
  void whoIsSetAsideVotesOnlyWhenNobodyElseIsLeft() throws InterruptedException {
    HeadChain heads = three();
    network.endpoints().getFirst().blame("bad-proof", "caught");
    assertHead(heads.refresh(), CHAIN.head(), "b", "c");

    b.breaks(TransportException.Reason.REFUSED);
    c.breaks(TransportException.Reason.REFUSED);
    follow(CHAIN.grown(1, "main"), a);
    assertHead(heads.refresh(), CHAIN.grown(1, "main").head(), "a");
  }

  @Test
  void whoPausesIsNotAskedUnlessAllPause() throws InterruptedException {
    HeadChain heads = three();
    network.endpoints().getFirst().health().limited(Duration.ofSeconds(30));
    heads.refresh();
    assertThat(a.asked()).isEmpty();

    network.endpoints().forEach(e -> e.health().limited(Duration.ofSeconds(30)));
    heads.refresh();
    assertThat(a.asked()).isNotEmpty();
  }

  @Test
  void aReorgToALongerChainIsFollowed() throws InterruptedException {
    HeadChain heads = three();
    heads.refresh();
    FakeBlocks other = CHAIN.cutTo(98).grown(3, "other");
    follow(other, a, b, c);
    assertHead(heads.refresh(), other.head(), "a", "b", "c");
  }

  @Test
  void aLowerHeadWithinSecondsIsSomebodysLag() throws InterruptedException {
    HeadChain heads = three();
    View before = heads.refresh();
    follow(CHAIN.cutTo(99), a, b, c);
    assertThat(heads.refresh()).isEqualTo(before);

    network.clock.pass(Duration.ofSeconds(37));
    assertHead(heads.refresh(), CHAIN.ref(99), "a", "b", "c");
  }

  @Test
  void aLowerHeadIsToldOfAfterASilenceToo() throws InterruptedException {
    HeadChain heads = three();
    heads.refresh();
    for (ScriptedTransport node : List.of(a, b, c)) {
      node.breaks(TransportException.Reason.REFUSED);
    }
    network.clock.pass(Duration.ofMinutes(2));
    assertThat(heads.refresh().head()).isEmpty();

    for (ScriptedTransport node : List.of(a, b, c)) {
      node.heals();
    }
    follow(CHAIN.cutTo(97), a, b, c);
    network.clock.pass(Duration.ofMinutes(2));
    assertThat(heads.refresh().turn()).isEqualTo(View.Turn.BACK);
  }

  @Test
  void nobodyAnsweringIsUnknownAndKeepsTheFinalizedBlock() throws InterruptedException {
    HeadChain heads = three();
    heads.refresh();
    List.of(a, b, c).forEach(node -> node.breaks(TransportException.Reason.REFUSED));
    View view = heads.refresh();
    assertThat(view.headObserved().level()).isEqualTo(Observed.Level.UNKNOWN);
    assertThat(view.finalized().maybe()).contains(CHAIN.ref(96));
  }

  @Test
  void finalizedNeverGoesBack() throws InterruptedException {
    HeadChain heads = three();
    heads.refresh();
    follow(CHAIN.cutTo(90), a, b, c);
    network.clock.pass(Duration.ofMinutes(2));
    assertThat(heads.refresh().finalized().maybe()).contains(CHAIN.ref(96));
  }

  @Test
  void finalizedNeverGoesBackAfterADispute() throws InterruptedException {
    HeadChain heads = three();
    heads.refresh();
    FakeBlocks fork = CHAIN.cutTo(50).grown(60, "fork");
    follow(CHAIN.grown(10, "main"), a);
    follow(fork, b);
    c.breaks(TransportException.Reason.REFUSED);
    assertThat(heads.refresh().finalized().level()).isEqualTo(Observed.Level.DISPUTED);

    follow(CHAIN.cutTo(90), a, b);
    network.clock.pass(Duration.ofMinutes(2));
    assertThat(heads.refresh().finalized().maybe()).contains(CHAIN.ref(96));
  }

  @Test
  void finalizedNeverBecomesAnotherBlockOfTheSameHeight() throws InterruptedException {
    HeadChain heads = three();
    heads.refresh();
    follow(CHAIN.cutTo(50).grown(50, "fork"), a, b, c);
    network.clock.pass(Duration.ofMinutes(2));
    assertThat(heads.refresh().finalized().level()).isEqualTo(Observed.Level.DISPUTED);
    assertThat(network.memory.finalized().flatMap(Observed::maybe)).contains(CHAIN.ref(96));
  }

  @Test
  void whereTwoGroupsContradictAFinalizedBlockEverythingHaltsUntilTheyAgreeAgain()
      throws InterruptedException {
    HeadChain heads = three();
    heads.refresh();
    follow(CHAIN.cutTo(50).grown(50, "fork"), a, b, c);
    network.clock.pass(Duration.ofMinutes(2));
    View halted = heads.refresh();
    assertThat(halted.turn()).isEqualTo(View.Turn.HALT);
    assertThat(halted.head()).isEmpty();
    assertThat(halted.headObserved()).isInstanceOf(Observed.Disputed.class);
    assertThat(network.memory.finalized().flatMap(Observed::maybe)).contains(CHAIN.ref(96));

    c.breaks(TransportException.Reason.REFUSED);
    b.breaks(TransportException.Reason.REFUSED);
    network.clock.pass(Duration.ofMinutes(2));
    assertThat(heads.refresh().turn()).isEqualTo(View.Turn.HALT);

    b.heals();
    c.heals();
    follow(CHAIN.grown(10, "main"), a, b, c);
    network.clock.pass(Duration.ofMinutes(2));
    View back = heads.refresh();
    assertThat(back.turn()).isEqualTo(View.Turn.ONWARD);
    assertThat(back.finalized().level()).isEqualTo(Observed.Level.AGREED);
  }

  @Test
  void afterARestartAForkBelowTheRememberedFinalBlockHaltsAtOnce() throws InterruptedException {
    three().refresh();
    follow(CHAIN.cutTo(50).grown(90, "fork"), a, b, c);
    network.clock.pass(Duration.ofMinutes(2));
    assertThat(network.heads().refresh().turn()).isEqualTo(View.Turn.HALT);
  }

  @Test
  void whoAloneContradictsAFinalizedBlockIsBlamedAndHaltsNothing() throws InterruptedException {
    three().refresh();
    follow(CHAIN.cutTo(50).grown(90, "fork"), a);
    follow(CHAIN.grown(40, "main"), b, c);
    network.clock.pass(Duration.ofMinutes(2));
    View view = network.heads().refresh();
    assertThat(view.turn()).isEqualTo(View.Turn.ONWARD);
    assertHead(view, CHAIN.grown(40, "main").ref(140), "b", "c");
    assertThat(network.endpoints().getFirst().conduct().blames())
        .extracting(Blame::code)
        .contains("other-final");
  }

  @Test
  void whatOneGroupAloneCalledFinalDoesNotBindTheOthers() throws InterruptedException {
    HeadChain heads = three();
    FakeBlocks invented = CHAIN.cutTo(50).grown(450, "invented");
    follow(invented, a);
    b.breaks(TransportException.Reason.REFUSED);
    c.breaks(TransportException.Reason.REFUSED);
    assertThat(heads.refresh().finalized().level()).isEqualTo(Observed.Level.SINGLE);

    b.heals();
    c.heals();
    network.clock.pass(Duration.ofMinutes(2));
    Observed<BlockRef> finalized = heads.refresh().finalized();
    assertThat(finalized.level()).isEqualTo(Observed.Level.AGREED);
    assertThat(finalized.maybe()).contains(CHAIN.ref(96));
  }

  @Test
  void theFinalizedBlockIsRememberedAcrossARestart() throws InterruptedException {
    three().refresh();
    HeadChain again = network.heads();
    assertThat(again.last().finalized())
        .isInstanceOfSatisfying(
            Observed.Stale.class, stale -> assertThat(stale.value()).isEqualTo(CHAIN.ref(96)));

    follow(CHAIN.cutTo(90), a, b, c);
    assertThat(again.refresh().finalized().maybe()).contains(CHAIN.ref(96));
  }

  @Test
  void whatOneGroupAloneCallsFinalIsNotRemembered() throws InterruptedException {
    network.endpoint("a", a);
    network.heads().refresh();
    assertThat(network.memory.finalized()).isEmpty();
  }

  @Test
  void evidenceNamesTheGroupsAndTheTime() throws InterruptedException {
    assertThat(three().refresh().finalized().proof())
        .contains(
            new Evidence(
                96, CHAIN.ref(96).hash(), List.of("a", "b", "c"), network.clock.instant()));
  }

  @Test
  void aViewIsReusedWhileItIsFresh() throws InterruptedException {
    HeadChain heads = three();
    View first = heads.refresh();
    network.clock.pass(Duration.ofSeconds(5));
    assertThat(heads.atMost(Duration.ofSeconds(5))).isSameAs(first);
    assertThat(heads.atMost(Duration.ofSeconds(4))).isNotSameAs(first);
  }
}
