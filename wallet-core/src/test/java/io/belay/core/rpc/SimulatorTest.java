package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.core.state.Observed;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Timeout(20)
class SimulatorTest extends NetworkInHand {
  private static final String METHOD = "eth_simulateV1";
  private static final Address ALICE = Address.parse("0x00000000000000000000000000000000000000a1");
  private static final Address BOB = Address.parse("0x00000000000000000000000000000000000000b0");
  private static final String REASON =
      "0x08c379a0"
          + "0000000000000000000000000000000000000000000000000000000000000020"
          + "0000000000000000000000000000000000000000000000000000000000000002"
          + "6e6f000000000000000000000000000000000000000000000000000000000000";

  private final FakeBlocks blocks = FakeBlocks.upTo(20);

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private static String topic(Address address) {
    return "0x" + "0".repeat(24) + address.toLowerHex().substring(2);
  }

  /// A call in which alice pays bob so many wei.
  private static ScriptedTransport.Script pays(int wei) {
    String text =
        ("{'result':[{'calls':[{'status':'0x1','returnData':'0x','gasUsed':'0x5208','logs':["
                + "{'address':'0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','topics':["
                + "'0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef','%s','%s'],"
                + "'data':'0x%064x'}]}]}]}")
            .formatted(topic(ALICE), topic(BOB), wei);
    return params -> json(text);
  }

  private static ScriptedTransport.Script reverts(String words) {
    String text =
        ("{'result':[{'calls':[{'status':'0x0','returnData':'%s','gasUsed':'0x1','logs':[],"
                + "'error':{'code':3,'message':'%s','data':'%s'}}]}]}")
            .formatted(REASON, words, REASON);
    return params -> json(text);
  }

  private ScriptedTransport node(String id) {
    ScriptedTransport node = blocks.node();
    network.endpoint(id, node);
    return node;
  }

  private Simulated run() throws InterruptedException {
    Reader reader = network.reader();
    return reader.simulate(
        reader.view(), JsonNodeFactory.instance.objectNode().put("to", BOB.toLowerHex()));
  }

  @Test
  void whatTwoGroupsSimulateAlikeIsAgreed() throws InterruptedException {
    node("a").on(METHOD, pays(7));
    node("b").on(METHOD, pays(7));
    node("c").on(METHOD, pays(900));
    Simulated simulated = run();
    assertThat(simulated.outcome().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(simulated.movements().maybe())
        .contains(List.of(new Movement(Optional.empty(), ALICE, BOB, BigInteger.valueOf(7))));
  }

  @Test
  void aRevertIsTheSameWhateverWordsANodeHasForIt() throws InterruptedException {
    node("a").on(METHOD, reverts("execution reverted: no"));
    node("b").on(METHOD, reverts("VM Exception while processing transaction"));
    Simulated simulated = run();
    assertThat(simulated.outcome().level()).isEqualTo(Observed.Level.AGREED);
    CallOutcome outcome = simulated.outcome().maybe().orElseThrow();
    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.output()).isEqualTo(REASON);
  }

  @Test
  void whereNobodySimulatesACallStillTellsWhetherItSucceeds() throws InterruptedException {
    node("a").says("eth_call", "0x01");
    node("b").says("eth_call", "0x01");
    Simulated simulated = run();
    assertThat(simulated.outcome().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(simulated.outcome().maybe()).contains(new CallOutcome(true, "0x01", ""));
    assertThat(simulated.movements()).isInstanceOf(Observed.Unknown.class);
  }

  @Test
  void theReasonOfARevertComesWithThePlainCallToo() throws InterruptedException {
    String error =
        "{'error':{'code':3,'message':'execution reverted: no','data':'%s'}}".formatted(REASON);
    node("a").on("eth_call", p -> json(error));
    node("b").on("eth_call", p -> json(error));
    assertThat(run().outcome().maybe())
        .contains(new CallOutcome(false, REASON, "execution reverted: no"));
  }

  @Test
  void whatOneAloneSimulatesIsItsWordWhileTheOutcomeIsAgreed() throws InterruptedException {
    node("a").on(METHOD, pays(7)).says("eth_call", "0x");
    node("b").says("eth_call", "0x");
    Simulated simulated = run();
    assertThat(simulated.outcome().level()).isEqualTo(Observed.Level.AGREED);
    assertThat(simulated.movements().level()).isEqualTo(Observed.Level.SINGLE);
  }

  @Test
  void whatOneAloneSimulatesOtherwiseThanAllCallIsDropped() throws InterruptedException {
    node("a").on(METHOD, pays(7)).says("eth_call", "0x");
    String error =
        "{'error':{'code':3,'message':'execution reverted','data':'%s'}}".formatted(REASON);
    node("b").on("eth_call", p -> json(error));
    node("c").on("eth_call", p -> json(error));
    Simulated simulated = run();
    assertThat(simulated.outcome().maybe().orElseThrow().succeeded()).isFalse();
    assertThat(simulated.movements()).isInstanceOf(Observed.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "[{'calls':[]}]",
        "[{'calls':[{'status':'0x1','returnData':'zz'}]}]",
        "[{'calls':[{'status':1}]}]",
        "[{'calls':[{'status':'0x1','logs':[{'topics':["
            + "'0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef','0x1','0x2']}]}]}]",
      })
  void rubbishIsNoAnswer(String result) throws InterruptedException {
    node("a").on(METHOD, p -> json("{'result':" + result + "}"));
    node("b").on(METHOD, p -> json("{'result':" + result + "}"));
    assertThat(run().outcome()).isInstanceOf(Observed.Unknown.class);
  }
}
