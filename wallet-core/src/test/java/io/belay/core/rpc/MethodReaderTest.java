package io.belay.core.rpc;

import static io.belay.core.rpc.FakeState.ALICE;
import static io.belay.core.rpc.FakeState.HERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Any method, by its policy.
@Timeout(20)
class MethodReaderTest extends NetworkInHand {
  private static final FakeState STATE = new FakeState();
  private static final FakeBlocks CHAIN = FakeBlocks.upTo(100, STATE.root());
  private static final String HASH = "0x" + "ab".repeat(32);

  private final ScriptedTransport a = STATE.prove(CHAIN.node());
  private final ScriptedTransport b = STATE.prove(CHAIN.node());
  private final ScriptedTransport c = STATE.prove(CHAIN.node());
  private Reader reader;

  @BeforeEach
  void open() {
    network.groups(a, b, c);
    reader = network.reader();
  }

  private Observed<JsonNode> read(String method, Object... params) throws InterruptedException {
    return reader.read(method, reader.parameters(params), Duration.ZERO);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  private void answer(String method, String first, String second, String third) {
    a.on(method, p -> ScriptedTransport.result(json(first)));
    b.on(method, p -> ScriptedTransport.result(json(second)));
    c.on(method, p -> ScriptedTransport.result(json(third)));
  }

  @ParameterizedTest
  @CsvSource({
    "eth_chainId, KNOWN",
    "eth_getBalance, PROVEN",
    "eth_call, AGREED",
    "eth_getTransactionReceipt, AGREED",
    "eth_gasPrice, SINGLE",
    "web3_clientVersion, SINGLE",
    "eth_sendRawTransaction, BROADCAST",
    "eth_sendTransaction, REFUSED",
    "personal_sign, REFUSED"
  })
  void everyMethodHasAPolicy(String method, Policy policy) {
    assertThat(Policy.of(method)).isEqualTo(policy);
  }

  @Test
  void accountsAreProvenAtTheHeadAndAtOlderBlocks() throws InterruptedException {
    for (String block : List.of("latest", "pending", "safe", "finalized", "0x50", "earliest")) {
      Observed<JsonNode> balance = read("eth_getBalance", ALICE.toString(), block);
      assertThat(balance.level()).as(block).isEqualTo(Observed.Level.PROVEN);
      assertThat(balance.maybe().orElseThrow().asString())
          .isEqualTo(Hex.quantity(HERS.balance().value()));
    }
    assertThat(read("eth_getTransactionCount", ALICE.toString(), "latest").maybe())
        .contains(json("'0x3'"));
  }

  @Test
  void aBlockMayBeNamedByItsHash() throws InterruptedException {
    Object byHash = reader.object().put("blockHash", CHAIN.head().hash().toString());
    assertThat(read("eth_getBalance", ALICE.toString(), byHash).level())
        .isEqualTo(Observed.Level.PROVEN);
  }

  @Test
  void aBlockThatIsNotThereYetIsUnknownAndAsksNobody() throws InterruptedException {
    long before = a.asked("eth_getProof");
    assertThat(read("eth_getBalance", ALICE.toString(), "0x999"))
        .isEqualTo(new Observed.Unknown<>("no-answer"));
    assertThat(a.asked("eth_getProof")).isEqualTo(before);
  }

  @Test
  void storageIsProvenEmptyAndCodeByItsHash() throws InterruptedException {
    answer("eth_getCode", "'0x'", "'0x'", "'0x'");
    assertThat(read("eth_getCode", ALICE.toString(), "latest").level())
        .isEqualTo(Observed.Level.PROVEN);
    // where nobody proves, the groups' word counts
    List.of(a, b, c).forEach(n -> n.refuses("eth_getProof", -32601, "the method does not exist"));
    answer("eth_getStorageAt", "'0x05'", "'0x5'", "'0x0000000005'");
    Observed<JsonNode> slot = read("eth_getStorageAt", ALICE.toString(), "0x0", "latest");
    assertThat(slot.level()).isEqualTo(Observed.Level.AGREED);
    assertThat(slot.maybe()).contains(json("'0x" + "0".repeat(63) + "5'"));
  }

  @Test
  void twoGroupsOutvoteALiarInACall() throws InterruptedException {
    answer("eth_call", "'0x02'", "'0x01'", "'0x01'");
    Observed<JsonNode> said =
        read("eth_call", reader.object().put("to", ALICE.toString()), "latest");
    assertThat(said.level()).isEqualTo(Observed.Level.AGREED);
    assertThat(said.maybe()).contains(json("'0x01'"));
    assertThat(said.proof().orElseThrow().groups()).containsExactlyInAnyOrder("b", "c");
  }

  @Test
  void allDifferentIsDisputed() throws InterruptedException {
    answer("eth_call", "'0x02'", "'0x01'", "'0x03'");
    assertThat(read("eth_call", reader.object(), "latest")).isInstanceOf(Observed.Disputed.class);
  }

  @Test
  void hexInCapitalsAndMembersThatNodesAddAreTheSame() throws InterruptedException {
    answer(
        "eth_getTransactionByHash",
        "{'hash':'0xAB','value':'0x1','blockTimestamp':'0x5'}",
        "{'value':'0x1','hash':'0xab'}",
        "{'hash':'0xab','value':'0x1','extra':null}");
    assertThat(read("eth_getTransactionByHash", HASH).level()).isEqualTo(Observed.Level.AGREED);
  }

  @Test
  void aRefusalOfTheContractIsAnAnswer() throws InterruptedException {
    for (ScriptedTransport node : List.of(a, b, c)) {
      node.refuses("eth_call", 3, "execution reverted: no");
    }
    assertThat(read("eth_call", reader.object(), "latest"))
        .isEqualTo(new Observed.Unknown<>("execution-reverted"));
    assertThat(a.asked("eth_call") + b.asked("eth_call") + c.asked("eth_call")).isEqualTo(2);
  }

  @Test
  void nothingNeverWinsOverSomethingThatTwoGroupsSay() throws InterruptedException {
    answer("eth_getTransactionReceipt", "null", "{'status':'0x1'}", "{'status':'0x1'}");
    Observed<JsonNode> receipt = read("eth_getTransactionReceipt", HASH);
    assertThat(receipt.level()).isEqualTo(Observed.Level.AGREED);
    assertThat(receipt.maybe()).contains(json("{'status':'0x1'}"));
  }

  @Test
  void whatOneGroupInventsIsNotBelievedAgainstTwoThatKnowNothing() throws InterruptedException {
    answer("eth_getTransactionReceipt", "{'status':'0x1'}", "null", "null");
    assertThat(read("eth_getTransactionReceipt", HASH)).isInstanceOf(Observed.Disputed.class);
  }

  @Test
  void absentIsAbsentOnlyByTwoGroups() throws InterruptedException {
    answer("eth_getTransactionReceipt", "null", "null", "null");
    Observed<JsonNode> receipt = read("eth_getTransactionReceipt", HASH);
    assertThat(receipt.level()).isEqualTo(Observed.Level.AGREED);
    assertThat(receipt.maybe().orElseThrow().isNull()).isTrue();
  }

  @Test
  void tagsMeanTheViewsBlocksForEverybody() throws InterruptedException {
    List<JsonNode> asked = new CopyOnWriteArrayList<>();
    for (ScriptedTransport node : List.of(a, b, c)) {
      node.on(
          "eth_getLogs",
          p -> {
            asked.add(p.path(0));
            return ScriptedTransport.result(json("[]"));
          });
    }
    read("eth_getLogs", reader.object().put("fromBlock", "finalized").put("toBlock", "latest"));
    assertThat(asked).isNotEmpty().allMatch(json("{'fromBlock':'0x60','toBlock':'0x64'}")::equals);
  }

  @Test
  void whoDoesNotServeAMethodIsNotAskedAgain() throws InterruptedException {
    a.refuses("eth_gasPrice", -32601, "the method eth_gasPrice does not exist");
    b.says("eth_gasPrice", "0x7");
    assertThat(read("eth_gasPrice").maybe()).contains(json("'0x7'"));
    assertThat(read("eth_gasPrice").level()).isEqualTo(Observed.Level.SINGLE);
    assertThat(a.asked("eth_gasPrice")).isEqualTo(1);
  }

  @Test
  void ifNobodyServesItNothingIsSentAtAll() throws InterruptedException {
    assertThat(read("debug_traceTransaction", HASH).maybe()).isEmpty();
    assertThat(read("debug_traceTransaction", HASH).maybe()).isEmpty();
    assertThat(a.asked("debug_traceTransaction")).isEqualTo(1);
  }

  @Test
  void manyWhoAskTheSameAtOnceShareOneAnswer() throws InterruptedException {
    View view = reader.view();
    CountDownLatch all = new CountDownLatch(1);
    ScriptedTransport.Script proof =
        p -> {
          all.await();
          return ScriptedTransport.result(STATE.proof(ALICE));
        };
    a.on("eth_getProof", proof);
    List<Thread> callers = new CopyOnWriteArrayList<>();
    List<Observed<AccountState>> told = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 200; i++) {
      callers.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  told.add(reader.account(view, ALICE));
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    Thread.sleep(50);
    all.countDown();
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(told).hasSize(200).allMatch(o -> o.maybe().orElseThrow().equals(HERS));
    assertThat(a.asked("eth_getProof") + b.asked("eth_getProof") + c.asked("eth_getProof"))
        .isLessThan(4); // one, and its hedges where this machine is slow
  }

  @Test
  void patienceEndsWhereNobodyAnswers() throws InterruptedException {
    List.of(a, b, c).forEach(node -> node.breaks(TransportException.Reason.REFUSED));
    assertThat(reader.account(ALICE, Duration.ofMillis(300)))
        .isEqualTo(new Observed.Unknown<>("no-answer"));
    List.of(a, b, c).forEach(ScriptedTransport::heals);
    assertThat(reader.account(ALICE, Duration.ofSeconds(5)).level())
        .isEqualTo(Observed.Level.PROVEN);
  }

  @Test
  void badParametersAreSaidAndSentToNobody() throws InterruptedException {
    assertThat(read("eth_getBalance", "0x12", "latest"))
        .isEqualTo(new Observed.Unknown<>("bad-params"));
    assertThat(read("eth_sign", ALICE.toString(), "0x00"))
        .isEqualTo(new Observed.Unknown<>("not-carried"));
    assertThat(a.asked("eth_sign")).isZero();
  }
}
