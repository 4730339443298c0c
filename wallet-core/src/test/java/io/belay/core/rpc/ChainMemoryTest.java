package io.belay.core.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainMemoryTest {
  private static final Instant AT = Instant.parse("2027-01-15T08:00:00.123Z");
  private static final Address ALICE = Address.parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
  private static final EndpointId NODE = new EndpointId("node-1");

  @TempDir Path directory;
  private Database database;
  private ChainMemory memory;

  @BeforeEach
  void open() {
    database = Schema.open(directory);
    memory = new StoredChainMemory(database, ChainId.of(7));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void reopen() {
    close();
    open();
  }

  private static BlockRef block(long number, int salt) {
    return new BlockRef(number, Bytes32.of(BigInteger.valueOf(number * 100 + salt)));
  }

  private static Evidence evidence(BlockRef block) {
    return new Evidence(block.number(), block.hash(), List.of("b", "a"), AT);
  }

  private void finalized(BlockRef block) {
    memory.finalizedSeen(block, evidence(block));
  }

  @Test
  void aNewFileRemembersNothing() {
    assertThat(memory.finalized()).isEmpty();
    assertThat(memory.account(ALICE)).isEmpty();
    assertThat(memory.blames(NODE)).isEmpty();
  }

  @Test
  void theFinalizedBlockComesBackAsStaleAfterReopening() {
    finalized(block(90, 0));
    reopen();
    assertThat(memory.finalized())
        .contains(new Observed.Stale<>(block(90, 0), evidence(block(90, 0))));
  }

  @Test
  void theFinalizedBlockNeverGoesBackNorChanges() {
    finalized(block(90, 0));
    finalized(block(89, 0));
    finalized(block(90, 1));
    assertThat(memory.finalized().flatMap(Observed::maybe)).contains(block(90, 0));

    finalized(block(91, 0));
    assertThat(memory.finalized().flatMap(Observed::maybe)).contains(block(91, 0));
  }

  @Test
  void anAccountComesBackWholeAfterReopening() {
    ChainMemory.AccountView view =
        new ChainMemory.AccountView(
            Wei.of(BigInteger.TWO.pow(200)), 42, Optional.of(Wei.of(7)), evidence(block(95, 0)));
    memory.accountSeen(ALICE, view);
    reopen();
    assertThat(memory.account(ALICE)).contains(view);
    assertThat(memory.account(Address.ZERO)).isEmpty();
  }

  @Test
  void theLatestStateOfAnAccountIsKept() {
    for (long nonce = 1; nonce <= 2; nonce++) {
      memory.accountSeen(
          ALICE,
          new ChainMemory.AccountView(Wei.of(1), nonce, Optional.empty(), evidence(block(95, 0))));
    }
    assertThat(memory.account(ALICE).map(ChainMemory.AccountView::nonce)).contains(2L);
    assertThat(memory.account(ALICE).flatMap(ChainMemory.AccountView::baseFee)).isEmpty();
  }

  @Test
  void anotherChainInTheSameFileIsApart() {
    finalized(block(90, 0));
    memory.blamed(NODE, new Blame("bad-proof", "x", AT));
    ChainMemory other = new StoredChainMemory(database, ChainId.of(8));
    assertThat(other.finalized()).isEmpty();
    assertThat(other.blames(NODE)).isEmpty();
  }

  @Test
  void blamesComeBackNewestFirst() {
    memory.blamed(NODE, new Blame("wrong-chain", "first", AT));
    memory.blamed(NODE, new Blame("bad-proof", "second", AT));
    memory.blamed(new EndpointId("node-2"), new Blame("bad-header", "other", AT));
    reopen();
    assertThat(memory.blames(NODE))
        .containsExactly(
            new Blame("bad-proof", "second", AT), new Blame("wrong-chain", "first", AT));
  }

  @Test
  void onlyTheLastTwentyBlamesAreKept() {
    for (int i = 1; i <= 25; i++) {
      memory.blamed(NODE, new Blame("bad-proof", "no. " + i, AT));
    }
    assertThat(memory.blames(NODE)).hasSize(20);
    assertThat(memory.blames(NODE).getFirst().detail()).isEqualTo("no. 25");
    assertThat(memory.blames(NODE).getLast().detail()).isEqualTo("no. 6");
  }
}
