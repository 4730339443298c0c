package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static io.belay.core.practice.PracticeFixture.ETHER;
import static io.belay.core.practice.PracticeFixture.GWEI;
import static io.belay.core.practice.PracticeFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Keccak;
import io.belay.base.Rlp;
import io.belay.base.Signature;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One scripted history, the same signed bytes to the practice chain and to a real EVM node.
@Timeout(240)
class AnvilDifferentialTest {
  private static final Address NOBODY = Address.parse("0x00000000000000000000000000000000000000c0");
  private static final List<String> RECEIPT =
      List.of(
          "status",
          "gasUsed",
          "cumulativeGasUsed",
          "effectiveGasPrice",
          "type",
          "from",
          "to",
          "blockNumber",
          "transactionIndex",
          "logsBloom",
          "contractAddress");
  private static final List<String> BLOCK =
      List.of("number", "baseFeePerGas", "gasUsed", "gasLimit", "transactions");

  @TempDir Path dir;
  private BothChains both;
  private PracticeFixture practice;

  @BeforeEach
  void startBoth() throws IOException, InterruptedException {
    both = BothChains.start(dir);
    practice = both.practice();
  }

  @AfterEach
  void stopBoth() {
    both.close();
  }

  @Test
  void thePracticeChainAgreesWithARealNode() throws IOException, InterruptedException {
    transfersOfEveryType();
    gapAndReplacement();
    refusals();
    callDataAndFees();
    both.facts().assertNoDifference("ether");
  }

  private void transfersOfEveryType() throws IOException, InterruptedException {
    send("dynamic fee transfer", practice.transfer(0));
    mine("a dynamic fee transfer");
    send("legacy transfer", practice.legacy(ChainBox.CHAIN_ID, 1));
    mine("a legacy transfer");
    send("access list transfer", accessList(2));
    mine("an access list transfer");
    send("first of two", practice.transfer(3));
    send("second of two", practice.transfer(4));
    mine("two in a block");
  }

  private void gapAndReplacement() throws IOException, InterruptedException {
    send("beyond a gap", practice.transfer(6));
    nonces("with a gap");
    mine("nothing but a gap");
    send("fills the gap", practice.transfer(5));
    nonces("without the gap");
    mine("the gap filled");

    byte[] first = practice.wei(7, 1_000_000_000, 10_000_000_000L, BigInteger.ONE);
    byte[] cheap = practice.wei(7, 1_050_000_000, 10_500_000_000L, BigInteger.TWO);
    byte[] better = practice.wei(7, 1_200_000_000, 12_000_000_000L, BigInteger.TWO);
    send("to be replaced", first);
    send("the same again", first);
    // anvil lets any higher fee replace; geth, and so the practice chain, wants a tenth more
    assertThat(practice.refusal(cheap)).isEqualTo("-32000 replacement transaction underpriced");
    send("replacement", better);
    nonces("with a replacement");
    mine("a replacement");
    both.unknown("the replaced one is gone", first);
  }

  private void refusals() throws IOException, InterruptedException {
    send("nonce too low", practice.wei(0, 1, 20_000_000_000L, BigInteger.TWO));
    send("no funds", practice.wei(8, 1, 20_000_000_000L, ETHER.multiply(BigInteger.valueOf(1000))));
    send("gas below the least", practice.tx(8, 1, 20, 20_000, BOB, BigInteger.ONE, new byte[0]));
    both.refuse(
        "above the block's gas",
        practice.tx(8, 1, 2, 40_000_000, BOB, BigInteger.ONE, new byte[0]));
    send("tip above the fee", practice.tx(8, 5, 3, 21_000, BOB, BigInteger.ONE, new byte[0]));
    send("another chain", other(1));
    both.refuse("not a transaction", new byte[] {2, (byte) 0xc0});
    nonces("after refusals");
    mine("refusals only");
  }

  private byte[] other(long chainId) {
    return practice.typed(
        chainId,
        8,
        GWEI,
        GWEI.multiply(BigInteger.TEN),
        21_000,
        Optional.of(BOB),
        BigInteger.ONE,
        new byte[0]);
  }

  private void callDataAndFees() throws IOException, InterruptedException {
    byte[] little = new byte[10];
    Arrays.fill(little, (byte) 7);
    send("a little data", practice.tx(8, 1, 10, 30_000, BOB, BigInteger.ONE, little));
    send("zero bytes", practice.tx(9, 1, 10, 60_000, BOB, BigInteger.ONE, new byte[64]));
    mine("data");
    byte[] much = new byte[100_000];
    Arrays.fill(much, (byte) 9);
    for (int nonce = 10; nonce < 16; nonce++) {
      send("much data", practice.tx(nonce, 1, 10, 4_100_000, BOB, BigInteger.ONE, much));
    }
    mine("more than half full"); // the base fee rises after it
    for (int i = 0; i < 12; i++) {
      mine("empty"); // and falls
    }
    String history = "'0x5','latest',[50]";
    both.facts()
        .compare(
            "base fees in the history",
            practice.result("eth_feeHistory", history).path("baseFeePerGas"),
            both.anvil().ask("eth_feeHistory", history).path("result").path("baseFeePerGas"));
    String call = "{'from':'%s','to':'%s','value':'0x1'}".formatted(practice.alice, BOB);
    both.same("gas of a transfer", "eth_estimateGas", call);
  }

  private List<Address> accounts() {
    return List.of(practice.alice, BOB, NOBODY);
  }

  private void send(String what, byte[] raw) throws IOException, InterruptedException {
    both.send(what, raw);
  }

  private void mine(String what) throws IOException, InterruptedException {
    both.mine();
    both.nonces(what);
    both.balances(what, accounts());
    both.sent(what, RECEIPT);
    both.block(what, BLOCK);
    for (Address address : accounts()) {
      both.proven(what, address);
    }
  }

  private void nonces(String what) throws IOException, InterruptedException {
    both.nonces(what);
    both.balances(what, accounts());
  }

  /// Alice's EIP-2930 transfer with one account and one slot in its list.
  private byte[] accessList(long nonce) {
    Rlp.Item list = Rlp.list(Rlp.list(Rlp.of(BOB), Rlp.list(Rlp.of(new byte[32]))));
    List<Rlp.Item> fields =
        new ArrayList<>(
            List.of(
                Rlp.of(ChainBox.CHAIN_ID),
                Rlp.of(nonce),
                Rlp.of(GWEI.multiply(BigInteger.TEN)),
                Rlp.of(30_000),
                Rlp.of(BOB),
                Rlp.of(3),
                Rlp.of(new byte[0]),
                list));
    byte[] unsigned = PracticeTx.prefixed(1, Rlp.encode(Rlp.list(fields)));
    Signature s = practice.curve.sign(KEY, Keccak.hash(unsigned));
    fields.addAll(List.of(Rlp.of(s.yParity()), Rlp.of(s.r()), Rlp.of(s.s())));
    return PracticeTx.prefixed(1, Rlp.encode(Rlp.list(fields)));
  }
}
