package io.belay.core.send;

import static io.belay.core.send.FakeSends.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.Address;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NonceBookTest {
  private static final Duration LEASE = Duration.ofMinutes(10);
  // above every system's largest process id
  private static final long DEAD_PROCESS = Integer.MAX_VALUE;

  @TempDir Path directory;
  private FakeSends sends;
  private NonceBook nonces;

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
    nonces = sends.nonces;
  }

  @AfterEach
  void close() {
    sends.close();
  }

  private long next(long onChain) {
    return nonces.lease(ALICE, onChain, OptionalLong.empty()).nonce();
  }

  private String refusal(long onChain, long wanted) {
    WalletException refusal =
        catchThrowableOfType(
            WalletException.class, () -> nonces.lease(ALICE, onChain, OptionalLong.of(wanted)));
    assertThat(refusal).isNotNull();
    return refusal.code();
  }

  private void sql(String statement) {
    sends.network.database.write(c -> {
      try (Statement s = c.createStatement()) {
        return s.executeUpdate(statement);
      }
    });
  }

  @Test
  void theFirstIsTheAccountsOwn() {
    assertThat(next(7)).isEqualTo(7);
  }

  @Test
  void noTwoPlansGetTheSame() {
    assertThat(next(7)).isEqualTo(7);
    assertThat(next(7)).isEqualTo(8);
    assertThat(next(7)).isEqualTo(9);
  }

  @Test
  void aReleasedOneIsGivenAgainBeforeHigherOnes() {
    NonceLease first = nonces.lease(ALICE, 7, OptionalLong.empty());
    next(7);
    nonces.release(first);
    assertThat(next(7)).isEqualTo(7);
    assertThat(next(7)).isEqualTo(9);
  }

  @Test
  void aGapBelowAnOwnChoiceIsFilled() {
    nonces.lease(ALICE, 7, OptionalLong.of(9));
    assertThat(next(7)).isEqualTo(7);
    assertThat(next(7)).isEqualTo(8);
    assertThat(next(7)).isEqualTo(10);
  }

  @Test
  void aJournalledTransactionHoldsItsNonce() {
    sends.recorded("intent-1");
    assertThat(next(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = TxState.class,
      names = {"REJECTED", "REPLACED"})
  void aTransactionThatIsOutOfTheWayFreesItsNonce(TxState state) {
    sends.recorded("intent-1");
    sql("UPDATE transactions SET state='" + state.word() + "'");
    assertThat(next(0)).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = TxState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"REJECTED", "REPLACED"})
  void anyOtherTransactionKeepsItsNonce(TxState state) {
    sends.recorded("intent-1");
    sql("UPDATE transactions SET state='" + state.word() + "'");
    assertThat(next(0)).isEqualTo(1);
  }

  @Test
  void anOwnChoiceThatIsMinedTakenOrJournalledIsRefused() {
    sends.recorded("intent-1");
    nonces.lease(ALICE, 0, OptionalLong.of(5));
    assertThat(refusal(0, 0)).isEqualTo("nonce-used");
    assertThat(refusal(0, 5)).isEqualTo("nonce-used");
    assertThat(refusal(3, 2)).isEqualTo("nonce-used");
  }

  @Test
  void aRefusedChoiceHoldsNothing() {
    assertThat(refusal(3, 2)).isEqualTo("nonce-used");
    assertThat(next(2)).isEqualTo(2);
  }

  @Test
  void accountsAndChainsAreApart() {
    next(7);
    assertThat(nonces.lease(Address.ZERO, 7, OptionalLong.empty()).nonce()).isEqualTo(7);
    NonceBook other = new NonceBook(sends.network.database, ChainId.of(8), sends.network.clock);
    assertThat(other.lease(ALICE, 7, OptionalLong.empty()).nonce()).isEqualTo(7);
  }

  @Test
  void aLeaseRunsOutAfterTenMinutes() {
    next(7);
    sends.network.clock.pass(LEASE);
    assertThat(next(7)).isEqualTo(8);
    sends.network.clock.pass(Duration.ofMillis(1));
    assertThat(next(7)).isEqualTo(7);
  }

  @Test
  void theLeaseOfADeadProcessIsFree() {
    next(7);
    sql("UPDATE leases SET pid=" + DEAD_PROCESS);
    assertThat(next(7)).isEqualTo(7);
  }

  @Test
  void anotherConnectionToTheFileSeesTheLease() {
    next(7);
    try (Database second = Schema.open(directory)) {
      NonceBook other = new NonceBook(second, FakeNetwork.ID, sends.network.clock);
      assertThat(other.lease(ALICE, 7, OptionalLong.empty()).nonce()).isEqualTo(8);
    }
  }

  @Test
  void givingBackALeaseThatRanOutFreesNobodyElses() {
    NonceLease old = nonces.lease(ALICE, 7, OptionalLong.empty());
    sends.network.clock.pass(LEASE.plusMillis(1));
    assertThat(next(7)).isEqualTo(7);
    nonces.release(old);
    assertThat(next(7)).isEqualTo(8);
  }
}
