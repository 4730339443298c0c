package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static io.belay.core.practice.PracticeFixture.ETHER;
import static io.belay.core.practice.PracticeFixture.GWEI;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Hex;
import io.belay.core.chain.Header;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PracticeRpcTest {
  private static final byte[] NONE = new byte[0];

  @TempDir Path dir;
  private PracticeFixture net;

  @BeforeEach
  void open() {
    net = PracticeFixture.funded(dir);
  }

  @AfterEach
  void close() {
    net.close();
  }

  private String handle(String body) {
    return new String(
        net.chain().handle(body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  @Test
  void poolRefusesInGethsWords() {
    String sent = Hex.encode(net.transfer(0));
    net.send(net.transfer(0));
    assertThat(net.refusal(net.transfer(0))).isEqualTo("-32000 already known");
    net.chain().mine(1);
    assertThat(net.error("eth_sendRawTransaction", "'" + sent + "'"))
        .isEqualTo("-32000 nonce too low: next nonce 1, tx nonce 0");
    assertThat(net.refusal(net.tx(1, 1, 2, 1, BOB, ETHER, NONE)))
        .isEqualTo("-32000 intrinsic gas too low: gas 1, minimum needed 21000");
    assertThat(net.refusal(net.tx(1, 3, 2, 21_000, BOB, ETHER, NONE)))
        .startsWith("-32000 max priority fee per gas higher than max fee per gas: address 0x");
    assertThat(net.refusal(net.tx(1, 1, 2, 30_000_001, BOB, ETHER, NONE)))
        .isEqualTo("-32000 exceeds block gas limit");
  }

  @Test
  void shortfallIsNamedToTheWei() {
    BigInteger value = ETHER.multiply(BigInteger.valueOf(11));
    BigInteger have = net.balance(net.alice);
    BigInteger cost = value.add(GWEI.multiply(BigInteger.valueOf(42_000)));
    assertThat(net.refusal(net.tx(0, 1, 2, 21_000, BOB, value, NONE)))
        .isEqualTo(
            "-32000 insufficient funds for gas * price + value: balance %s, tx cost %s, overshot %s"
                .formatted(have, cost, cost.subtract(have)));
  }

  @Test
  void floorOfCallDataIsHeld() {
    // 100 nonzero bytes: 21000 + 1600 intrinsic, but 21000 + 4000 at least (EIP-7623)
    byte[] data = new byte[100];
    Arrays.fill(data, (byte) 1);
    assertThat(net.refusal(net.tx(0, 1, 2, 24_000, BOB, ETHER, data)))
        .isEqualTo(
            "-32000 insufficient gas for floor data gas cost: gas 24000, minimum needed 25000");
    net.send(net.tx(0, 1, 2, 25_000, BOB, ETHER, data));
    net.chain().mine(1);
    assertThat(net.chain().view().head().header().gasUsed()).isEqualTo(25_000);
  }

  @Test
  void signaturesAreHeldToTheChain() {
    assertThat(net.refusal(net.legacy(0, 0)))
        .isEqualTo("-32000 only replay-protected (EIP-155) transactions allowed over RPC");
    assertThat(net.refusal(net.legacy(1, 0)))
        .isEqualTo("-32000 invalid sender: invalid chain id for signer: have 1 want 2352900001");
    net.send(net.legacy(ChainBox.CHAIN_ID, 0));
    net.chain().mine(1);
    assertThat(net.balance(BOB)).isEqualTo(1);
    byte[] create =
        net.typed(
            ChainBox.CHAIN_ID, 1, GWEI, GWEI, 90_000, Optional.empty(), BigInteger.ZERO, NONE);
    assertThat(net.refusal(create)).contains("contract creation");
    assertThat(net.refusal(new byte[] {5, 1})).isEqualTo("-32000 transaction type not supported");
    assertThat(net.refusal(new byte[] {2, (byte) 0xc0})).startsWith("-32000 rlp: too few elements");
  }

  @Test
  void malformedRequestsGetTheRightCodes() {
    assertThat(handle("{")).contains("-32700").contains("parse error");
    assertThat(net.error("eth_nothing", ""))
        .isEqualTo("-32601 the method eth_nothing does not exist/is not available");
    assertThat(net.error("eth_getBalance", ""))
        .isEqualTo("-32602 missing value for required argument 0");
    assertThat(net.error("eth_getBalance", "'0x12'")).startsWith("-32602 invalid argument 0");
    assertThat(net.error("eth_getBalance", "'" + BOB + "','0xffff'"))
        .isEqualTo("-32000 header not found");
    assertThat(handle("[]")).contains("-32600");
    assertThat(handle("7")).contains("-32600");
  }

  @Test
  void batchAnswersEachById() {
    String batch =
        handle(
            "[{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"eth_chainId\"},"
                + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"none\"}]");
    assertThat(batch).startsWith("[{").contains("\"id\":\"a\"", "0x8c3e67a1", "-32601");
  }

  @Test
  void everyBlockParsesAsAHeaderOfItsHash() {
    net.send(net.transfer(0));
    net.chain().mine(2);
    for (long n = 0; n <= net.chain().head().number(); n++) {
      JsonNode block =
          net.result("eth_getBlockByNumber", "'" + Hex.quantity(n) + "'," + (n % 2 == 0));
      Header header = Header.parse(block);
      assertThat(header.hash().toString()).isEqualTo(block.path("hash").stringValue());
      assertThat(net.result("eth_getBlockByHash", "'" + header.hash() + "',true").isObject())
          .isTrue();
    }
    assertThat(net.result("eth_getBlockByNumber", "'0xffff',false").isNull()).isTrue();
  }

  @Test
  void tagsNameTheirBlocks() {
    net.chain().mine(9);
    String[][] tags = {
      {"latest", "0xa"},
      {"pending", "0xa"},
      {"safe", "0x8"},
      {"finalized", "0x6"},
      {"earliest", "0x0"}
    };
    for (String[] tag : tags) {
      assertThat(
              net.result("eth_getBlockByNumber", "'" + tag[0] + "',false")
                  .path("number")
                  .stringValue())
          .isEqualTo(tag[1]);
    }
    String hash = net.chain().view().at(1).orElseThrow().header().hash().toString();
    assertThat(net.result("eth_getBalance", "'" + net.alice + "',{'blockHash':'" + hash + "'}"))
        .isEqualTo(net.result("eth_getBalance", "'" + net.alice + "',{'blockNumber':'0x1'}"));
    assertThat(net.result("eth_getBalance", "'" + net.alice + "','earliest'").stringValue())
        .isEqualTo("0x0");
  }

  @Test
  void transactionIsShownWaitingAndMined() {
    String hash = net.send(net.transfer(0));
    JsonNode waiting = net.result("eth_getTransactionByHash", "'" + hash + "'");
    assertThat(waiting.path("blockHash").isNull()).isTrue();
    assertThat(net.result("eth_getTransactionReceipt", "'" + hash + "'").isNull()).isTrue();
    net.chain().mine(1);
    JsonNode mined = net.result("eth_getTransactionByHash", "'" + hash + "'");
    assertThat(mined.path("blockNumber").stringValue()).isEqualTo("0x2");
    assertThat(mined.path("from").stringValue()).isEqualTo(net.alice.toLowerHex());
    JsonNode receipt = net.result("eth_getTransactionReceipt", "'" + hash + "'");
    assertThat(receipt.path("status").stringValue()).isEqualTo("0x1");
    assertThat(receipt.path("gasUsed").stringValue()).isEqualTo("0x5208");
    assertThat(net.result("eth_getBlockReceipts", "'0x2'").get(0)).isEqualTo(receipt);
  }

  @Test
  void feeHistoryHasOneBaseFeeMoreThanBlocks() {
    net.send(net.transfer(0));
    net.chain().mine(3);
    JsonNode history = net.result("eth_feeHistory", "'0x3','latest',[10,50]");
    assertThat(history.path("oldestBlock").stringValue()).isEqualTo("0x2");
    assertThat(history.path("baseFeePerGas")).hasSize(4);
    assertThat(history.path("gasUsedRatio")).hasSize(3);
    assertThat(history.path("reward").get(0).get(1).stringValue()).isEqualTo("0x3b9aca00");
    assertThat(history.path("baseFeePerGas").get(3).stringValue())
        .isEqualTo(Hex.quantity(net.chain().view().head().nextBaseFee()));
    assertThat(net.error("eth_feeHistory", "'0x1','latest',[50,10]")).startsWith("-32000");
  }

  @Test
  void callBelowTheBaseFeeIsRefused() {
    assertThat(
            net.error(
                "eth_call",
                "{'from':'%s','to':'%s','maxFeePerGas':'0x1'}".formatted(net.alice, BOB)))
        .isEqualTo(
            "-32000 max fee per gas less than block base fee: address %s, maxFeePerGas: 1, baseFee: 875000000"
                .formatted(net.alice));
  }
}
