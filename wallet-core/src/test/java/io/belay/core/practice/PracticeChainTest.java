package io.belay.core.practice;

import static io.belay.core.practice.PracticeFixture.BOB;
import static io.belay.core.practice.PracticeFixture.ETHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.HeaderField;
import io.belay.core.money.Wei;
import io.belay.core.proof.OrderedTrie;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeChainTest {
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

  @Test
  void faucetMoneyIsThereInTheNextBlock() {
    assertThat(net.balance(net.alice)).isEqualTo(BigInteger.TEN.multiply(ETHER));
    TxHash hash = net.chain().faucet(BOB, Optional.of(Wei.of(7)));
    net.chain().mine(1);
    assertThat(net.balance(BOB)).isEqualTo(7);
    assertThat(net.chain().view().find(hash.value())).isPresent();
  }

  @Test
  void manyFaucetCallsShareABlock() {
    for (int i = 0; i < 5; i++) {
      net.chain().faucet(BOB, Optional.of(Wei.of(1)));
    }
    net.chain().mine(1);
    assertThat(net.balance(BOB)).isEqualTo(5);
  }

  @Test
  void faucetHandsOutTokens() {
    net.chain().faucetToken(BOB, BigInteger.valueOf(1_500_000));
    net.chain().mine(1);
    Bytes32 slot = PracticeToken.balanceSlot(BOB);
    PracticeState state = net.chain().view().head().state();
    assertThat(state.storage(PracticeChain.TOKEN, slot)).isEqualTo(1_500_000);
  }

  @Test
  void queuedTransactionWaitsForTheMissingNonce() {
    net.send(net.transfer(1));
    net.chain().mine(1);
    assertThat(net.nonce("pending")).isZero();
    assertThat(net.chain().view().head().txs()).isEmpty();
    net.send(net.transfer(0));
    assertThat(net.nonce("pending")).isEqualTo(2);
    assertThat(net.nonce("latest")).isZero();
    net.chain().mine(1);
    assertThat(net.nonce("latest")).isEqualTo(2);
    assertThat(net.chain().view().head().txs())
        .extracting(PracticeTx::nonce)
        .containsExactly(0L, 1L);
  }

  @Test
  void replacementNeedsATenthMoreOfBothFees() {
    net.send(net.tx(0, 10, 100, 21_000, BOB, ETHER, new byte[0]));
    String underpriced = "-32000 replacement transaction underpriced";
    assertThat(net.refusal(net.tx(0, 11, 109, 21_000, BOB, ETHER, new byte[0])))
        .isEqualTo(underpriced);
    assertThat(net.refusal(net.tx(0, 10, 110, 21_000, BOB, ETHER, new byte[0])))
        .isEqualTo(underpriced);
    String winner = net.send(net.tx(0, 11, 110, 21_000, net.alice, ETHER, new byte[0]));
    net.chain().mine(1);
    assertThat(net.chain().view().head().txs())
        .extracting(tx -> tx.hash().toString())
        .containsExactly(winner);
    assertThat(net.balance(BOB)).isZero();
  }

  @Test
  void baseFeeFollowsTheHandComputedSeries() {
    // empty blocks: minus an eighth, rounded as EIP-1559 does; genesis 1 gwei
    BigInteger[] expected = new BigInteger[4];
    BigInteger fee = BigInteger.valueOf(1_000_000_000);
    long[] byHand = {875_000_000, 765_625_000, 669_921_875, 586_181_641};
    for (int i = 0; i < 4; i++) {
      fee = PracticeGas.nextBaseFee(fee, 0, 30_000_000);
      expected[i] = fee;
      assertThat(fee).isEqualTo(byHand[i]);
    }
    assertThat(PracticeGas.nextBaseFee(BigInteger.valueOf(1_000_000_000), 30_000_000, 30_000_000))
        .isEqualTo(1_125_000_000);
    assertThat(PracticeGas.nextBaseFee(BigInteger.valueOf(1_000_000_000), 15_000_000, 30_000_000))
        .isEqualTo(1_000_000_000);
    // one transfer: 21000 of 15000000 is under target by 14979000
    assertThat(PracticeGas.nextBaseFee(BigInteger.valueOf(1_000_000_000), 21_000, 30_000_000))
        .isEqualTo(875_175_000);
    assertThat(PracticeGas.nextBaseFee(BigInteger.valueOf(7), 15_000_001, 30_000_000)).isEqualTo(8);
    assertThat(PracticeGas.nextBaseFee(BigInteger.valueOf(7), 0, 30_000_000)).isEqualTo(7);
    assertThat(net.chain().view().head().baseFee()).isEqualTo(expected[0]);
  }

  @Test
  void lowFeeWaitsUntilTheBaseFeeFalls() {
    // block 2's base fee is 0.7 gwei; a fee of 700000000 wei must wait for block 3
    net.send(net.wei(0, 1_000_000, 700_000_000, ETHER));
    net.chain().mine(1);
    assertThat(net.nonce("latest")).isZero();
    net.chain().mine(1);
    assertThat(net.nonce("latest")).isEqualTo(1);
  }

  @Test
  void tickMinesWhatIsDueAndAtMostFiveAfterAnAbsence() {
    long before = net.chain().head().number();
    net.chain().tick();
    assertThat(net.chain().head().number()).isEqualTo(before);
    net.clock.pass(9);
    net.chain().tick();
    assertThat(net.chain().head().number()).isEqualTo(before + 2);
    net.clock.pass(100_000);
    net.chain().tick();
    assertThat(net.chain().head().number()).isEqualTo(before + 7);
    assertThat(net.chain().view().head().header().timestamp())
        .isEqualTo(net.clock.instant().getEpochSecond());
  }

  @Test
  void timestampsStrictlyIncreaseThroughMiningAndReorgs() {
    net.chain().mine(6);
    net.chain().reorg(3);
    net.chain().mine(1);
    List<PracticeBlock> blocks = net.chain().view().blocks();
    for (int i = 1; i < blocks.size(); i++) {
      assertThat(blocks.get(i).header().timestamp())
          .isGreaterThan(blocks.get(i - 1).header().timestamp());
      assertThat(blocks.get(i).header().parentHash()).isEqualTo(blocks.get(i - 1).header().hash());
    }
  }

  @Test
  void reorgMinesItsTransactionsAgainOnAnotherBranch() {
    net.chain().mine(5);
    net.send(net.transfer(0));
    net.chain().mine(1);
    net.send(net.transfer(1));
    net.chain().mine(1);
    BlockRef old = net.chain().head();
    net.chain().reorg(2);
    assertThat(net.chain().head().number()).isEqualTo(old.number() + 1);
    assertThat(net.chain().view().with(old.hash())).isEmpty();
    assertThat(net.nonce("latest")).isEqualTo(2);
  }

  @Test
  void repeatedReorgsNeverMakeTheSameBlockAgain() {
    net.chain().mine(8);
    Set<Bytes32> seen = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      assertThat(seen.add(net.chain().head().hash())).isTrue();
      net.chain().reorg(1);
    }
  }

  @Test
  void reorgRefusesFinalizedBlocks() {
    net.chain().mine(8);
    BlockRef head = net.chain().head();
    assertThatThrownBy(() -> net.chain().reorg(5))
        .isInstanceOf(WalletException.class)
        .extracting(e -> ((WalletException) e).code())
        .isEqualTo("reorg-too-deep");
    assertThat(net.chain().head()).isEqualTo(head);
    net.chain().reorg(4);
    assertThat(net.chain().head().number()).isEqualTo(head.number() + 1);
  }

  @Test
  void resetStartsOver() {
    net.send(net.transfer(0));
    net.chain().mine(3);
    net.chain().reset();
    assertThat(net.chain().head().number()).isZero();
    assertThat(net.balance(net.alice)).isZero();
    net.reopen();
    assertThat(net.chain().head().number()).isZero();
    net.chain().faucet(net.alice, Optional.empty());
    net.chain().mine(1);
    assertThat(net.balance(net.alice)).isEqualTo(BigInteger.TEN.multiply(ETHER));
  }

  @Test
  void higherTipGoesFirstAndTotalsAddUp() {
    net.send(net.transfer(0));
    net.chain().faucet(BOB, Optional.of(Wei.of(1))); // tips 2 gwei
    net.chain().mine(1);
    PracticeBlock block = net.chain().view().head();
    assertThat(block.txs().getFirst().from()).isNotEqualTo(net.alice);
    assertThat(block.header().gasUsed()).isEqualTo(42_000);
    BigInteger paid =
        ETHER
            .shiftRight(8)
            .add(block.baseFee().add(PracticeFixture.GWEI).multiply(BigInteger.valueOf(21_000)));
    assertThat(net.balance(net.alice)).isEqualTo(BigInteger.TEN.multiply(ETHER).subtract(paid));
  }

  @Test
  void rootsAndBloomAreThoseOfTheContents() {
    net.chain().faucetToken(BOB, BigInteger.valueOf(5));
    net.send(net.transfer(0));
    net.chain().mine(1);
    PracticeBlock block = net.chain().view().head();
    assertThat(block.txs()).hasSize(2);
    assertThat(block.header().root(HeaderField.RECEIPTS_ROOT))
        .isEqualTo(
            OrderedTrie.root(block.receipts().stream().map(PracticeReceipt::encoded).toList()));
    assertThat(block.header().root(HeaderField.TRANSACTIONS_ROOT))
        .isEqualTo(OrderedTrie.root(block.txs().stream().map(PracticeTx::raw).toList()));
    byte[] bloom =
        PracticeBloom.of(block.receipts().stream().flatMap(r -> r.logs().stream()).toList());
    assertThat(Hex.encode(bloom)).contains("1");
    assertThat(net.result("eth_getBlockByNumber", "'latest',false").path("logsBloom").stringValue())
        .isEqualTo(Hex.encode(bloom));
  }
}
