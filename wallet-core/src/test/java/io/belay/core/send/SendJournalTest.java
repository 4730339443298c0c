package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.TxHash;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.FakeNetwork;
import io.belay.core.rpc.FeePaid;
import io.belay.core.state.Observed;
import io.belay.core.store.Database;
import io.belay.core.store.Schema;
import io.belay.core.tx.SignedTransaction;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SendJournalTest {
  private static final EndpointId NODE = new EndpointId("node-1");

  @TempDir Path directory;
  private FakeSends sends;

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
  }

  @AfterEach
  void close() {
    sends.close();
  }

  private AttemptRow row(EndpointId endpoint, String outcome, boolean seen) {
    return new AttemptRow(
        endpoint, "group", outcome, "kind", 12, sends.network.clock.instant(), seen);
  }

  private TxRecord only() {
    assertThat(sends.journal.all()).hasSize(1);
    return sends.journal.all().getFirst();
  }

  @Test
  void aRecordedTransactionIsOnDiskWhenRecordReturns() {
    SignedTransaction signed = sends.recorded("intent-1");
    try (Database second = Schema.open(directory)) {
      SendJournal other = new SendJournal(second, FakeNetwork.ID, sends.network.clock);
      assertThat(other.all()).isEqualTo(sends.journal.all()).hasSize(1);
      assertThat(other.signed(signed.hash()).orElseThrow().raw()).isEqualTo(signed.raw());
    }
  }

  @Test
  void aNewRecordIsSignedAndSaysWhatWasSigned() {
    SendPlan plan = sends.plan("intent-1");
    SignedTransaction signed = FakeSends.signed(plan);
    assertThat(sends.journal.record(plan, signed)).isEqualTo(signed.hash());

    TxRecord record = only();
    assertThat(record.hash()).isEqualTo(signed.hash());
    assertThat(record.intentId()).isEqualTo("intent-1");
    assertThat(record.from()).isEqualTo(FakeSends.ALICE);
    assertThat(record.transaction()).isEqualTo(plan.transaction());
    assertThat(record.createdAt()).isEqualTo(sends.network.clock.instant());
    assertThat(record.state()).isEqualTo(TxState.SIGNED);
    assertThat(record.evidence()).isEqualTo(Observed.Level.UNKNOWN);
    assertThat(record.nextSend()).isEmpty();
  }

  @Test
  void oneIntentMakesOneTransactionHoweverOftenItIsSigned() {
    SignedTransaction first = sends.recorded("intent-1");
    SendPlan again = sends.plan("intent-1");
    SignedTransaction second = FakeSends.signed(again);
    assertThat(second.hash()).isNotEqualTo(first.hash());

    assertThat(sends.journal.record(again, second)).isEqualTo(first.hash());
    assertThat(only().hash()).isEqualTo(first.hash());
    assertThat(sends.journal.signed(second.hash())).isEmpty();
    assertThat(sends.journal.byIntent("intent-1")).contains(first.hash());
    assertThat(sends.journal.byIntent("intent-2")).isEmpty();
  }

  /// Signatures are deterministic: who asks for the same again after a refusal, when the nonce is
  /// free, signs the same bytes.
  @Test
  void theVeryBytesOfARefusedOneAreSentAgainForAnotherIntent() {
    SendPlan first = sends.plan("intent-1");
    SignedTransaction signed = FakeSends.signed(first);
    TxHash hash = sends.journal.record(first, signed);
    sends.journal.progress(only().in(TxState.REJECTED, Observed.Level.AGREED).sendNoMore());

    SendPlan second = sends.plan("intent-2");
    assertThat(second.transaction()).isEqualTo(first.transaction());
    assertThat(sends.journal.record(second, signed)).isEqualTo(hash);
    assertThat(only().state()).isEqualTo(TxState.SIGNED);
    assertThat(sends.journal.byIntent("intent-1")).contains(hash);
    assertThat(sends.journal.byIntent("intent-2")).contains(hash);
    assertThat(sends.journal.record(second, signed)).isEqualTo(hash);
  }

  @Test
  void recordingGivesTheLeaseBackAndTheNonceStaysTaken() {
    SendPlan plan = sends.plan("intent-1");
    sends.journal.record(plan, FakeSends.signed(plan));
    assertThat(leases()).isZero();
    assertThat(sends.lease().nonce()).isEqualTo(plan.transaction().nonce() + 1);
  }

  private int leases() {
    return sends.network.database.read(c -> {
      try (var select = c.prepareStatement("SELECT count(*) FROM leases");
          var rows = select.executeQuery()) {
        return rows.next() ? rows.getInt(1) : -1;
      }
    });
  }

  @Test
  void aPlanWhoseNonceWentToAnotherIsNotRecorded() {
    SendPlan old = sends.plan("intent-old");
    sends.network.clock.pass(Duration.ofMinutes(11));
    SendPlan fresh = sends.plan("intent-new");
    assertThat(fresh.transaction().nonce()).isEqualTo(old.transaction().nonce());

    assertThat(refusal(old)).isEqualTo("nonce-used");
    sends.journal.record(fresh, FakeSends.signed(fresh));
    assertThat(refusal(old)).isEqualTo("nonce-used");
    assertThat(only().intentId()).isEqualTo("intent-new");
  }

  private String refusal(SendPlan plan) {
    WalletException refusal =
        catchThrowableOfType(
            WalletException.class, () -> sends.journal.record(plan, FakeSends.signed(plan)));
    assertThat(refusal).isNotNull();
    return refusal.code();
  }

  @Test
  void anOldPlanWhoseNonceIsStillFreeIsRecorded() {
    SendPlan old = sends.plan("intent-old");
    sends.network.clock.pass(Duration.ofMinutes(11));
    NonceLease elsewhere = sends.nonces.lease(FakeSends.ALICE, 0, OptionalLong.of(5));
    assertThat(elsewhere.nonce()).isEqualTo(5);
    assertThat(sends.journal.record(old, FakeSends.signed(old)))
        .isEqualTo(FakeSends.signed(old).hash());
  }

  @ParameterizedTest
  @EnumSource(TxState.class)
  void progressComesBackWholeAfterReopening(TxState state) {
    sends.recorded("intent-1");
    TxRecord r = only();
    TxRecord next =
        r.with(
            new TxStanding(
                state,
                Optional.of(false),
                Optional.of(new BlockRef(9, Bytes32.of(BigInteger.TEN))),
                Observed.Level.AGREED,
                Optional.of(TxHash.ofRaw(new byte[] {2, 9})),
                Optional.of(Instant.parse("2027-01-15T08:00:15Z"))));
    sends.journal.progress(next);
    close();
    open();
    assertThat(only()).isEqualTo(next);
    sends.journal.progress(r);
    assertThat(only()).isEqualTo(r);
  }

  @Test
  void whatItCostAndWhatTookItsNonceComeBackAfterReopening() {
    sends.recorded("intent-1");
    SignedTransaction other =
        SignedTransaction.of(new io.belay.core.tx.TestKey(7).legacy(FakeNetwork.ID.value()));
    BlockRef block = new BlockRef(9, io.belay.base.Bytes32.ZERO);
    FeePaid paid = new FeePaid(21_000, Wei.of(7), Optional.of(Wei.of(5)));
    io.belay.core.state.Evidence by =
        new io.belay.core.state.Evidence(
            9, block.hash(), List.of("a", "b"), sends.network.clock.instant());
    TxRecord mined =
        only()
            .in(TxState.INCLUDED, Observed.Level.AGREED, block, false)
            .paid(new Observed.Agreed<>(paid, by));
    sends.journal.progress(mined);
    assertThat(only().after().paid()).contains(paid);
    assertThat(only().after().paidEvidence()).isEqualTo(Observed.Level.AGREED);
    assertThat(paid.total()).isEqualTo(Wei.of(147_005));

    // what is known worse changes nothing, and in no block it has cost nothing
    assertThat(mined.paid(new Observed.Unknown<>("x"))).isEqualTo(mined);
    sends.journal.progress(
        mined.in(TxState.REPLACED, Observed.Level.AGREED).takenBy(other).sendNoMore());
    assertThat(only().after().paid()).isEmpty();
    assertThat(only().after().takenBy()).contains(other);
    assertThat(only().replacedBy()).contains(other.hash());
    assertThat(only().replacedBy(Optional.empty()).after().takenBy()).isEmpty();
  }

  @Test
  void anEndpointsLatestAnswerCountsButWhatWasSeenStaysSeen() {
    TxHash hash = sends.recorded("intent-1").hash();
    sends.journal.attempted(hash, row(NODE, "no-answer", false));
    sends.journal.seenAt(hash, NODE);
    sends.network.clock.pass(Duration.ofSeconds(15));
    sends.journal.attempted(hash, row(NODE, "already-known", false));
    assertThat(only().attempts()).containsExactly(row(NODE, "already-known", true));
  }

  @Test
  void eachEndpointHasARowOfItsOwn() {
    TxHash hash = sends.recorded("intent-1").hash();
    EndpointId other = new EndpointId("another");
    sends.journal.attempted(hash, row(NODE, "accepted", false));
    sends.journal.attempted(hash, row(other, "rejected", false));
    sends.journal.seenAt(hash, other);
    assertThat(only().attempts())
        .containsExactly(row(other, "rejected", true), row(NODE, "accepted", false));
  }

  @Test
  void theNewestComesFirst() {
    TxHash first = sends.recorded("intent-1").hash();
    TxHash sameMoment = sends.recorded("intent-2").hash();
    sends.network.clock.pass(Duration.ofSeconds(1));
    TxHash last = sends.recorded("intent-3").hash();
    assertThat(sends.journal.all())
        .extracting(TxRecord::hash)
        .containsExactly(last, sameMoment, first);
    assertThat(sends.journal.find(first).map(TxRecord::intentId)).contains("intent-1");
    assertThat(sends.journal.find(TxHash.ofRaw(new byte[] {1}))).isEmpty();
  }

  @Test
  void anotherChainInTheSameFileIsApart() {
    sends.recorded("intent-1");
    SendJournal other = new SendJournal(sends.network.database, ChainId.of(8), sends.network.clock);
    assertThat(other.all()).isEmpty();
  }
}
