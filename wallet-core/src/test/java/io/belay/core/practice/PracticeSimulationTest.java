package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PracticeSimulationTest {
  @TempDir Path dir;
  private PracticeFixture net;

  @BeforeEach
  void open() {
    net = PracticeFixture.funded(dir);
    net.chain().faucetToken(net.alice, BigInteger.valueOf(100));
    net.chain().mine(1);
  }

  @AfterEach
  void close() {
    net.close();
  }

  private String calls(String... calls) {
    return "{'blockStateCalls':[{'calls':[%s]}],'traceTransfers':true},'latest'"
        .formatted(String.join(",", calls));
  }

  private String token(long units) {
    return "{'from':'%s','to':'%s','data':'%s'}"
        .formatted(
            net.alice,
            PracticeChain.TOKEN,
            Hex.encode(PracticeAbi.transfer(BOB, BigInteger.valueOf(units))));
  }

  private JsonNode simulated(String... calls) {
    return net.result("eth_simulateV1", calls(calls)).path(0).path("calls");
  }

  @Test
  void aPaymentMovesEtherAndKeepsNothing() {
    BigInteger before = net.balance(BOB);
    JsonNode call =
        simulated("{'from':'%s','to':'%s','value':'0x7'}".formatted(net.alice, BOB)).path(0);
    assertThat(call.path("status").stringValue()).isEqualTo("0x1");
    assertThat(call.path("gasUsed").stringValue()).isEqualTo("0x5208");
    assertThat(call.path("logs")).hasSize(1);
    assertThat(call.path("logs").path(0).path("address").stringValue()).startsWith("0xeeee");
    assertThat(net.balance(BOB)).isEqualTo(before);
  }

  @Test
  void callsSeeWhatThoseBeforeThemDid() {
    JsonNode calls = simulated(token(60), token(60));
    assertThat(calls.path(0).path("status").stringValue()).isEqualTo("0x1");
    assertThat(calls.path(1).path("status").stringValue()).isEqualTo("0x0");
    assertThat(calls.path(1).path("error").path("message").stringValue())
        .isEqualTo("execution reverted: ERC20: transfer amount exceeds balance");
    assertThat(calls.path(1).path("error").path("data").stringValue()).startsWith("0x08c379a0");
  }

  @Test
  void tooLittleGasIsOutOfGas() {
    JsonNode call = simulated(token(1).replace("}", ",'gas':'0x7530'}")).path(0);
    assertThat(call.path("status").stringValue()).isEqualTo("0x0");
    assertThat(call.path("error").path("message").stringValue()).isEqualTo("out of gas");
  }

  @Test
  void moreThanThereIsCannotBeTried() {
    assertThat(
            net.error(
                "eth_simulateV1",
                calls("{'from':'%s','to':'%s','value':'0x7'}".formatted(BOB, net.alice))))
        .startsWith("-38014 insufficient funds");
    assertThat(net.error("eth_simulateV1", "{}")).startsWith("-32602");
  }
}
