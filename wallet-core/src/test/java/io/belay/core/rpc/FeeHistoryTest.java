package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.core.money.Wei;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Timeout(20)
class FeeHistoryTest extends NetworkInHand {

  /// Blocks whose tips are 1, 2 and 3 times a unit each.
  private static ScriptedTransport tips(long... units) {
    ObjectNode history = JsonNodeFactory.instance.objectNode();
    ArrayNode rewards = history.putArray("reward");
    for (long unit : units) {
      ArrayNode block = rewards.addArray();
      for (int i = 1; i <= 3; i++) {
        block.add(Hex.quantity(unit * i));
      }
    }
    return node().on("eth_feeHistory", p -> ScriptedTransport.result(history));
  }

  private static ScriptedTransport node() {
    return new ScriptedTransport().says("eth_chainId", Hex.quantity(FakeNetwork.ID.value()));
  }

  private Optional<FeeHistory> ask() throws InterruptedException {
    return FeeHistory.ask(network.endpoints());
  }

  private static FeeHistory history(long unit, int groups) {
    return new FeeHistory(Wei.of(unit), Wei.of(unit * 2), Wei.of(unit * 3), groups);
  }

  @Test
  void eachPercentileIsTheMiddleOfTheGroupsThatAreAlike() throws InterruptedException {
    network.groups(tips(10), tips(1_000), tips(30), tips(20));
    assertThat(ask().orElseThrow().low()).isBetween(Wei.of(10), Wei.of(20));
    assertThat(ask().orElseThrow().high()).isBetween(Wei.of(30), Wei.of(60));
  }

  @Test
  void whoAsksForMuchMoreIsLeftOut() throws InterruptedException {
    network.groups(tips(10), tips(12), tips(900));
    assertThat(ask()).contains(history(10, 3));
  }

  @Test
  void twoWhoAskForMuchMoreThanAThirdGetTwoGweiAtMost() throws InterruptedException {
    network.groups(tips(8_000_000_000L), tips(12_000_000_000L), tips(1_000_000_000));
    assertThat(ask().orElseThrow().low()).isEqualTo(Wei.of(2_000_000_000L));
  }

  @Test
  void whereNoTwoAreAlikeTheLowestCounts() throws InterruptedException {
    network.groups(tips(1_000), tips(10), tips(90_000));
    assertThat(ask()).contains(history(10, 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 10_000, 1_000_000_000_000L})
  void oneLiarAmongThreeStaysBetweenTheOthers(long lie) throws InterruptedException {
    network.groups(tips(10), tips(lie), tips(11));
    assertThat(ask().orElseThrow().low()).isBetween(Wei.of(10), Wei.of(11));
    assertThat(ask().orElseThrow().high()).isBetween(Wei.of(30), Wei.of(33));
  }

  @Test
  void ofTwoGroupsTheCheaperCounts() throws InterruptedException {
    network.groups(tips(5_000), tips(10));
    assertThat(ask()).contains(history(10, 2));
  }

  @Test
  void aGroupCountsOnceHoweverManyEndpointsItHas() throws InterruptedException {
    network.endpoint("a-1", "a", tips(5_000));
    network.endpoint("a-2", "a", tips(5_000));
    network.endpoint("a-3", "a", tips(5_000));
    network.endpoint("b", tips(10));
    network.endpoint("c", tips(10));
    assertThat(ask()).contains(history(10, 3));
  }

  @Test
  void aBlockIsTheMiddleOneAndEmptyBlocksSayNothing() throws InterruptedException {
    network.groups(tips(0, 7, 0, 900, 5, 0));
    assertThat(ask()).contains(history(7, 1));
  }

  @Test
  void onlyEmptyBlocksAreATipOfZero() throws InterruptedException {
    network.groups(tips(0, 0));
    assertThat(ask()).contains(history(0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "\"0x1\"", "{\"reward\":null}", "{\"reward\":\"0x1\"}"})
  void noHistoryIsNoVoteForZero(String result) throws InterruptedException {
    network.groups(
        node()
            .on(
                "eth_feeHistory",
                p -> ScriptedTransport.result(JsonMapper.shared().readTree(result))),
        tips(10));
    assertThat(ask()).contains(history(10, 1));
  }

  @Test
  void nobodyAnsweringIsEmpty() throws InterruptedException {
    network.groups(node(), tips(1).breaks(TransportException.Reason.REFUSED));
    assertThat(ask()).isEmpty();
  }

  private static ScriptedTransport nextBaseFee(String fee) {
    return node()
        .on(
            "eth_feeHistory",
            p ->
                ScriptedTransport.result(
                    JsonMapper.shared()
                        .readTree(
                            "{\"reward\":[[\"0x1\",\"0x1\",\"0x1\"]],\"baseFeePerGas\":[\"0x1\",\""
                                + fee
                                + "\"]}")));
  }

  /// X09: fee inflation, or deflation, by one of three.
  @ParameterizedTest
  @ValueSource(strings = {"0x0", "0x1", "0xffffffffffff", "zz"})
  void oneLiarDoesNotMoveTheNextBaseFee(String lie) throws InterruptedException {
    network.groups(nextBaseFee("0x64"), nextBaseFee(lie), nextBaseFee("0x65"));
    assertThat(ask().orElseThrow().nextBaseFee().orElseThrow())
        .isBetween(Wei.of(0x64), Wei.of(0x65));
  }

  @Test
  void ofTwoBaseFeesTheHigherCountsIfTheyAreAlike() throws InterruptedException {
    network.groups(nextBaseFee("0x64"), nextBaseFee("0x70"));
    assertThat(ask().orElseThrow().nextBaseFee()).contains(Wei.of(0x70));
  }

  @Test
  void ofTwoBaseFeesFarApartTheLowerCounts() throws InterruptedException {
    network.groups(nextBaseFee("0x64"), nextBaseFee("0x6400"));
    assertThat(ask().orElseThrow().nextBaseFee()).contains(Wei.of(0x64));
  }

  @Test
  void whoServesAnotherChainIsNotHeardEvenIfNobodyAskedWhichOneBefore()
      throws InterruptedException {
    network.groups(nextBaseFee("0x64"), nextBaseFee("0x70").says("eth_chainId", "0x1"));
    assertThat(ask().orElseThrow().nextBaseFee()).contains(Wei.of(0x64));
    assertThat(network.memory.blames(new EndpointId("b")))
        .extracting(Blame::code)
        .containsExactly("wrong-chain");
  }
}
