package io.belay.core.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeJournalTest {
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
  void everythingSurvivesARestart() {
    net.chain().mine(5);
    net.send(net.transfer(0));
    net.chain().mine(2);
    net.chain().reorg(2);
    net.chain().faucetToken(net.alice, BigInteger.TEN);
    net.chain().mine(1);
    String queued = net.send(net.transfer(3));
    BlockRef head = net.chain().head();
    net.reopen();
    assertThat(net.chain().head()).isEqualTo(head);
    assertThat(net.nonce("latest")).isEqualTo(1);
    assertThat(net.result("eth_getTransactionByHash", "'" + queued + "'").isObject()).isTrue();
    net.chain().mine(1);
    assertThat(net.chain().view().head().header().parentHash()).isEqualTo(head.hash());
  }

  @Test
  void tornTailIsDroppedAtEveryLength() throws IOException {
    BlockRef before = net.chain().head();
    Path file = dir.resolve("practice.log");
    int whole = (int) Files.size(file);
    net.chain().mine(1);
    byte[] all = Files.readAllBytes(file);
    for (int length = whole; length < all.length; length += 37) {
      Files.write(file, Arrays.copyOf(all, length));
      net.reopen();
      assertThat(net.chain().head()).isEqualTo(before);
      assertThat(Files.size(file)).isEqualTo(whole);
    }
    net.chain().mine(1);
    BlockRef again = net.chain().head();
    net.reopen();
    assertThat(net.chain().head()).isEqualTo(again);
  }

  @Test
  void interruptedRequestLeavesTheFileUsable() {
    Thread.currentThread().interrupt();
    net.send(net.transfer(0));
    assertThat(Thread.interrupted()).isTrue();
    net.chain().mine(1);
    net.reopen();
    assertThat(net.nonce("latest")).isEqualTo(1);
  }

  @Test
  void flippedByteInTheTailIsNoticed() throws IOException {
    BlockRef before = net.chain().head();
    net.chain().mine(1);
    Path file = dir.resolve("practice.log");
    byte[] all = Files.readAllBytes(file);
    all[all.length - 9] ^= 1;
    Files.write(file, all);
    net.reopen();
    assertThat(net.chain().head()).isEqualTo(before);
  }

  @Test
  void recordsThatDoNotFitTogetherAreRefused() {
    try (PracticeJournal journal = PracticeJournal.open(dir.resolve("other"))) {
      PracticeBlock head = net.chain().view().head();
      journal.append(PracticeRecord.Mined.of(head).encoded());
    }
    assertThatThrownBy(() -> new PracticeFixture(dir.resolve("other")))
        .isInstanceOf(WalletException.class)
        .extracting(e -> ((WalletException) e).code())
        .isEqualTo("practice-damaged");
  }

  @Test
  void snapshotKeepsTheFileSmallAndTheChainWhole() throws IOException {
    net.send(net.transfer(0));
    net.chain().mine(2_000);
    String queued = net.send(net.transfer(5));
    BlockRef head = net.chain().head();
    long start = System.nanoTime();
    net.reopen();
    assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    assertThat(net.chain().head()).isEqualTo(head);
    assertThat(net.chain().view().blocks()).hasSizeLessThanOrEqualTo(PracticeLedger.KEPT);
    assertThat(net.nonce("latest")).isEqualTo(1);
    assertThat(net.result("eth_getTransactionByHash", "'" + queued + "'").isObject()).isTrue();
    assertThat(net.result("eth_getBlockByNumber", "'0x1',false").isNull()).isTrue();
    net.chain().faucet(net.alice, Optional.empty());
    net.chain().mine(1);
    assertThat(net.chain().view().head().txs()).hasSize(1);
  }
}
