package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.core.chain.BlockRef;
import io.belay.core.state.Observed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Timeout(20)
class TxWatchTest extends NetworkInHand {
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(20);
  private static final byte[] OURS_RAW = RawTx.of(7, 1);
  private static final byte[] OTHER_RAW = RawTx.of(7, 2);
  private static final TxHash OURS = TxHash.ofRaw(OURS_RAW);
  private static final TxHash OTHER = TxHash.ofRaw(OTHER_RAW);
  private static final BlockRef BLOCK = CHAIN.ref(18);

  private static ScriptedTransport absent() {
    return new ScriptedTransport()
        .on("eth_getTransactionReceipt", p -> none())
        .on("eth_getTransactionByHash", p -> none());
  }

  private static ObjectNode none() {
    return ScriptedTransport.result(JsonNodeFactory.instance.nullNode());
  }

  private static ScriptedTransport pooled(TxHash hash) {
    return absent()
        .on(
            "eth_getTransactionByHash",
            p -> ScriptedTransport.result(RawTx.json(hash.equals(OURS) ? OURS_RAW : OTHER_RAW)));
  }

  private static ScriptedTransport mined(BlockRef block, String status) {
    return pooled(OURS).on("eth_getTransactionReceipt", p -> receipt(OURS, block, status));
  }

  private static ObjectNode receipt(TxHash hash, BlockRef block, String status) {
    return ScriptedTransport.result(
        JsonNodeFactory.instance
            .objectNode()
            .put("transactionHash", hash.toString())
            .put("blockNumber", Hex.quantity(block.number()))
            .put("blockHash", block.hash().toString())
            .put("status", status));
  }

  private void groups(ScriptedTransport... nodes) {
    for (int i = 0; i < nodes.length; i++) {
      network.endpoint(Character.toString('a' + i), nodes[i]);
    }
  }

  private TxWatch.Sighting look() throws InterruptedException {
    View view =
        new View(
            Optional.of(CHAIN.seen()),
            Set.of("a", "b"),
            false,
            List.of(),
            Optional.empty(),
            new Observed.Unknown<>("no-answer"),
            network.clock.instant(),
            View.Turn.ONWARD);
    return TxWatch.look(network.endpoints(), OURS, view);
  }

  private static final Observed<Inclusion> NOT_INCLUDED = new Observed.Unknown<>("not-included");

  @Test
  void twoGroupsWithOneReceiptAgree() throws InterruptedException {
    groups(mined(BLOCK, "0x1"), mined(BLOCK, "0x1"), absent());
    TxWatch.Sighting sighting = look();
    assertThat(sighting.inclusion().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(sighting.inclusion().maybe()).contains(new Inclusion(BLOCK, true));
    assertThat(sighting.inclusion().proof().orElseThrow().groups()).containsExactly("a", "b");
    assertThat(sighting.absentGroups()).containsExactly("c");
  }

  @Test
  void aRevertedOneIsIncludedAndFailed() throws InterruptedException {
    groups(mined(BLOCK, "0x0"), mined(BLOCK, "0x0"));
    assertThat(look().inclusion().maybe()).contains(new Inclusion(BLOCK, false));
  }

  @Test
  void groupsThatDifferOnTheStatusDoNotAgree() throws InterruptedException {
    groups(mined(BLOCK, "0x0"), mined(BLOCK, "0x1"));
    assertThat(look().inclusion()).isEqualTo(NOT_INCLUDED);
  }

  @Test
  void aReceiptThatOneOfSeveralGroupsTellsMayBeInvented() throws InterruptedException {
    groups(mined(BLOCK, "0x1"), absent(), pooled(OURS));
    TxWatch.Sighting sighting = look();
    assertThat(sighting.inclusion()).isEqualTo(NOT_INCLUDED);
    assertThat(sighting.holders())
        .containsExactlyInAnyOrder(new EndpointId("a"), new EndpointId("c"));
    assertThat(sighting.absentGroups()).containsExactly("b");
    assertThat(sighting.pendingGroups()).containsExactlyInAnyOrder("b", "c");
  }

  @Test
  void theOnlyGroupLeftIsBelievedAsSingle() throws InterruptedException {
    groups(mined(BLOCK, "0x1"), absent().breaks(TransportException.Reason.REFUSED));
    assertThat(look().inclusion().level()).isEqualTo(Observed.Level.SINGLE);
    assertThat(look().inclusion().maybe()).contains(new Inclusion(BLOCK, true));
  }

  @Test
  void twoEndpointsOfOneGroupAreOneWitness() throws InterruptedException {
    network.endpoint("a-1", "a", mined(BLOCK, "0x1"));
    network.endpoint("a-2", "a", mined(BLOCK, "0x1"));
    network.endpoint("b", absent());
    assertThat(look().inclusion()).isEqualTo(NOT_INCLUDED);
  }

  @Test
  void aGroupKnowsOfItWhenOneOfItsEndpointsDoes() throws InterruptedException {
    network.endpoint("a-1", "a", mined(BLOCK, "0x1"));
    network.endpoint("a-2", "a", absent());
    assertThat(look().absentGroups()).isEmpty();
    assertThat(look().pendingGroups()).isEmpty();
  }

  @Test
  void twoAgainstTwoIsDisputed() throws InterruptedException {
    BlockRef fork = CHAIN.ref(17);
    groups(mined(BLOCK, "0x1"), mined(BLOCK, "0x1"), mined(fork, "0x1"), mined(fork, "0x1"));
    assertThat(look().inclusion()).isInstanceOf(Observed.Disputed.class);
  }

  @Test
  void aLoneOtherReceiptLosesAgainstTwo() throws InterruptedException {
    groups(mined(CHAIN.ref(3), "0x1"), mined(BLOCK, "0x1"), mined(BLOCK, "0x1"));
    assertThat(look().inclusion().maybe()).contains(new Inclusion(BLOCK, true));
  }

  @Test
  void answersAboutAnotherTransactionCountForNothing() throws InterruptedException {
    ScriptedTransport foreign =
        pooled(OTHER).on("eth_getTransactionReceipt", p -> receipt(OTHER, BLOCK, "0x1"));
    groups(foreign);
    TxWatch.Sighting sighting = look();
    assertThat(sighting.inclusion()).isEqualTo(NOT_INCLUDED);
    assertThat(sighting.holders()).isEmpty();
  }

  @Test
  void aReceiptWithoutABlockOrAStatusIsNone() throws InterruptedException {
    groups(
        pooled(OURS).on("eth_getTransactionReceipt", p -> receipt(OURS, BLOCK, "yes")),
        pooled(OURS)
            .on(
                "eth_getTransactionReceipt",
                p -> {
                  ObjectNode receipt = receipt(OURS, BLOCK, "0x1");
                  ((ObjectNode) receipt.path("result")).put("blockHash", "0x12");
                  return receipt;
                }));
    TxWatch.Sighting sighting = look();
    assertThat(sighting.inclusion()).isEqualTo(NOT_INCLUDED);
    assertThat(sighting.holders()).hasSize(2);
  }

  /// W04.
  @Test
  void whoNamesOurHashForOtherFieldsHoldsNothing() throws InterruptedException {
    groups(
        absent()
            .on(
                "eth_getTransactionByHash",
                p -> ScriptedTransport.result(RawTx.json(OTHER_RAW).put("hash", OURS.toString()))),
        absent()
            .on(
                "eth_getTransactionByHash",
                p ->
                    ScriptedTransport.result(
                        JsonNodeFactory.instance.objectNode().put("hash", OURS.toString()))));
    TxWatch.Sighting sighting = look();
    assertThat(sighting.holders()).isEmpty();
    assertThat(sighting.absentGroups()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void fieldsThatAmountToOurHashHoldItWhateverHashIsNamed() throws InterruptedException {
    ObjectNode nameless = RawTx.json(OURS_RAW);
    nameless.remove("hash");
    groups(absent().on("eth_getTransactionByHash", p -> ScriptedTransport.result(nameless)));
    assertThat(look().holders()).containsExactly(new EndpointId("a"));
  }

  @Test
  void anInventedReceiptAloneHoldsNothing() throws InterruptedException {
    groups(absent().on("eth_getTransactionReceipt", p -> receipt(OURS, BLOCK, "0x1")), absent());
    TxWatch.Sighting sighting = look();
    assertThat(sighting.holders()).isEmpty();
    assertThat(sighting.claims())
        .containsExactly(new TxWatch.Claim(new Inclusion(BLOCK, true), Set.of("a")));
    assertThat(sighting.absentGroups()).containsExactly("b");
  }

  @Test
  void whoAnswersWithAnErrorIsNeitherAbsentNorHolding() throws InterruptedException {
    groups(
        absent().refuses("eth_getTransactionReceipt", -32603, "internal"),
        absent().breaks(TransportException.Reason.TIMEOUT));
    TxWatch.Sighting sighting = look();
    assertThat(sighting)
        .isEqualTo(new TxWatch.Sighting(NOT_INCLUDED, List.of(), Set.of(), Set.of(), Set.of()));
  }
}
