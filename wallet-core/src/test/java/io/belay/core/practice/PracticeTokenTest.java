package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Hex;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PracticeTokenTest {
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

  private static byte[] data(String signature, Bytes32... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(PracticeAbi.hash(signature).toArray(), 0, 4);
    for (Bytes32 word : words) {
      out.writeBytes(word.toArray());
    }
    return out.toByteArray();
  }

  private static Bytes32 number(long n) {
    return Bytes32.of(BigInteger.valueOf(n));
  }

  private String call(Address from, byte[] data) {
    return "{'from':'%s','to':'%s','input':'%s'}"
        .formatted(from, PracticeChain.TOKEN, Hex.encode(data));
  }

  private String view(String signature, Bytes32... words) {
    return net.result("eth_call", call(BOB, data(signature, words))).stringValue();
  }

  private long balance(Address of) {
    return Hex.toLong(view("balanceOf(address)", PracticeAbi.word(of)));
  }

  private JsonNode send(long nonce, byte[] data, long gas) {
    String hash = net.send(net.tx(nonce, 1, 10, gas, PracticeChain.TOKEN, BigInteger.ZERO, data));
    net.chain().mine(1);
    return net.result("eth_getTransactionReceipt", "'" + hash + "'");
  }

  @Test
  void describesItself() {
    assertThat(Hex.toLong(view("decimals()"))).isEqualTo(6);
    assertThat(Hex.encode(PracticeAbi.text("PUSD"))).isEqualTo(view("symbol()"));
    assertThat(Hex.encode(PracticeAbi.text("Practice Dollar"))).isEqualTo(view("name()"));
    assertThat(Hex.toBigInteger(view("totalSupply()"))).isEqualTo(BigInteger.TEN.pow(18));
    assertThat(net.result("eth_getCode", "'" + PracticeChain.TOKEN + "','latest'").stringValue())
        .startsWith("0xfe");
  }

  @Test
  void transferMovesAndLogs() {
    JsonNode receipt =
        send(0, data("transfer(address,uint256)", PracticeAbi.word(BOB), number(40)), 90_000);
    assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
    assertThat(balance(net.alice)).isEqualTo(60);
    assertThat(balance(BOB)).isEqualTo(40);
    JsonNode logs =
        net.result(
            "eth_getLogs",
            "{'fromBlock':'0x0','toBlock':'latest','address':'%s','topics':['%s',null,'%s']}"
                .formatted(
                    PracticeChain.TOKEN,
                    PracticeAbi.hash("Transfer(address,address,uint256)"),
                    PracticeAbi.word(BOB)));
    assertThat(logs).hasSize(1);
    assertThat(logs.get(0)).isEqualTo(receipt.path("logs").get(0));
    assertThat(net.error("eth_getLogs", "{'fromBlock':'0x3','toBlock':'0x1'}"))
        .isEqualTo("-32602 invalid block range params");
  }

  @Test
  void tooMuchRevertsAsOpenZeppelinWords() {
    byte[] data = data("transfer(address,uint256)", PracticeAbi.word(BOB), number(101));
    JsonNode error = net.ask("eth_estimateGas", call(net.alice, data)).path("error");
    assertThat(error.path("code").intValue()).isEqualTo(3);
    assertThat(error.path("message").stringValue())
        .isEqualTo("execution reverted: ERC20: transfer amount exceeds balance");
    assertThat(error.path("data").stringValue()).startsWith("0x08c379a0");
    JsonNode receipt = send(0, data, 90_000);
    assertThat(receipt.path("status").stringValue()).isEqualTo("0x0");
    assertThat(receipt.path("logs")).isEmpty();
    assertThat(balance(net.alice)).isEqualTo(100);
  }

  @Test
  void estimateIsEnoughAndOneLessIsNot() {
    byte[] data = data("transfer(address,uint256)", PracticeAbi.word(BOB), number(1));
    long gas = Hex.toLong(net.result("eth_estimateGas", call(net.alice, data)).stringValue());
    JsonNode failed = send(0, data, gas - 1);
    assertThat(failed.path("status").stringValue()).isEqualTo("0x0");
    assertThat(Hex.toLong(failed.path("gasUsed").stringValue())).isEqualTo(gas - 1);
    JsonNode done = send(1, data, gas);
    assertThat(done.path("status").stringValue()).isEqualTo("0x1");
    assertThat(Hex.toLong(done.path("gasUsed").stringValue())).isEqualTo(gas);
  }

  @Test
  void allowanceIsSpentByTransferFrom() {
    Bytes32 alice = PracticeAbi.word(net.alice);
    Bytes32 bob = PracticeAbi.word(BOB);
    send(0, data("approve(address,uint256)", alice, number(30)), 90_000);
    assertThat(Hex.toLong(view("allowance(address,address)", alice, alice))).isEqualTo(30);
    byte[] spend = data("transferFrom(address,address,uint256)", alice, bob, number(20));
    assertThat(send(1, spend, 90_000).path("logs")).hasSize(2);
    assertThat(Hex.toLong(view("allowance(address,address)", alice, alice))).isEqualTo(10);
    assertThat(net.error("eth_call", call(net.alice, spend)))
        .isEqualTo("3 execution reverted: ERC20: insufficient allowance");
  }
}
