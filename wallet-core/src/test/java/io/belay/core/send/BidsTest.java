package io.belay.core.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Address;
import io.belay.base.WalletException;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.state.Observed;
import io.belay.core.tx.UnsignedTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BidsTest {
  @TempDir Path directory;
  private FakeSends sends;
  private TxRecord record;

  @BeforeEach
  void open() {
    sends = new FakeSends(directory);
    sends.recorded("intent-1");
    record = sends.journal.all().getFirst();
  }

  @AfterEach
  void close() {
    sends.close();
  }

  private static Optional<FeeQuote> market(long max, long tip) {
    return Optional.of(new FeeQuote(Wei.of(max), Wei.of(tip), Wei.of(1), Duration.ofSeconds(12)));
  }

  private TxRecord bidding(long max, long tip) {
    UnsignedTransaction old = record.transaction();
    UnsignedTransaction bid =
        new UnsignedTransaction(
            old.chainId(),
            old.nonce(),
            Wei.of(tip),
            Wei.of(max),
            old.gasLimit(),
            old.to(),
            old.value(),
            old.data());
    TxOrigin origin = record.origin();
    return new TxRecord(
        new TxOrigin(
            origin.hash(), origin.intentId(), origin.from(), bid, origin.createdAt(), false),
        TxStanding.outside(TxState.SEEN, Observed.Level.AGREED),
        List.of());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "8, 9", "9, 11", "1000, 1125", "1001, 1127"})
  void anEighthMoreIsRoundedUpAndNeverTheSame(long bid, long next) {
    assertThat(Bids.outbid(Wei.of(bid))).isEqualTo(Wei.of(next));
  }

  @Test
  void bothFeesRiseByAnEighthAndTheRestStays() {
    TxRecord old = bidding(1_000, 80);
    Replacement faster = Bids.speedUp(old, List.of(old), market(500, 10));
    UnsignedTransaction tx = faster.transaction();
    assertThat(tx.maxFeePerGas()).isEqualTo(Wei.of(1_125));
    assertThat(tx.maxPriorityFeePerGas()).isEqualTo(Wei.of(90));
    assertThat(tx.nonce()).isEqualTo(old.nonce());
    assertThat(tx.to()).isEqualTo(old.transaction().to());
    assertThat(tx.value()).isEqualTo(old.transaction().value());
    assertThat(faster.intentId()).isEqualTo("intent-1");
    assertThat(faster.replaces()).contains(old.hash());
    assertThat(faster.purpose()).isEqualTo(Purpose.SPEED_UP);
  }

  @Test
  void theMarketIsFollowedWhereItIsHigher() {
    TxRecord old = bidding(1_000, 80);
    UnsignedTransaction tx = Bids.speedUp(old, List.of(old), market(4_000, 300)).transaction();
    assertThat(tx.maxFeePerGas()).isEqualTo(Wei.of(4_000));
    assertThat(tx.maxPriorityFeePerGas()).isEqualTo(Wei.of(300));
  }

  @Test
  void theHighestBidAtTheNonceIsOutbid() {
    TxRecord old = bidding(1_000, 80);
    TxRecord higher = bidding(2_000, 160);
    UnsignedTransaction tx =
        Bids.speedUp(old, List.of(old, higher), Optional.empty()).transaction();
    assertThat(tx.maxFeePerGas()).isEqualTo(Wei.of(2_250));
    assertThat(tx.maxPriorityFeePerGas()).isEqualTo(Wei.of(180));
  }

  @Test
  void aTipThatRisesAboveTheMaximumLiftsIt() {
    TxRecord old = bidding(1_000, 80);
    UnsignedTransaction tx = Bids.speedUp(old, List.of(old), market(900, 2_000)).transaction();
    assertThat(tx.maxFeePerGas()).isEqualTo(Wei.of(2_000));
  }

  @Test
  void cancellingPaysNothingToOneself() {
    TxRecord old = bidding(1_000, 80);
    Replacement cancel = Bids.cancel(old, List.of(old), market(500, 10), 21_000);
    Address self = old.from();
    assertThat(cancel.transaction().to()).isEqualTo(self);
    assertThat(cancel.transaction().value()).isEqualTo(Wei.ZERO);
    assertThat(cancel.transaction().data()).isEqualTo("0x");
    assertThat(cancel.transaction().nonce()).isEqualTo(old.nonce());
    assertThat(cancel.transaction().maxFeePerGas()).isEqualTo(Wei.of(1_125));
    assertThat(cancel.purpose()).isEqualTo(Purpose.CANCEL);
  }

  @Test
  void moreThanTwentyTimesTheMarketIsRefused() {
    TxRecord old = bidding(1_000, 80);
    assertThatThrownBy(() -> Bids.speedUp(old, List.of(old), market(50, 1)))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("fee-over-cap");
  }

  @ParameterizedTest
  @EnumSource(
      value = TxState.class,
      names = {"INCLUDED", "SAFE", "FINAL", "REPLACED", "REJECTED", "CONFLICT"})
  void whatIsDoneOrOutOfTheWayIsNotReplaced(TxState state) {
    TxRecord done = bidding(1_000, 80).in(state, Observed.Level.AGREED);
    assertThatThrownBy(() -> Bids.speedUp(done, List.of(done), market(500, 10)))
        .extracting("code")
        .isEqualTo("not-replaceable");
    assertThatThrownBy(() -> Bids.cancel(done, List.of(done), market(500, 10), 21_000))
        .extracting("code")
        .isEqualTo("not-replaceable");
  }

  @Test
  void nothingIsReplacedWhereAnotherAtTheNonceIsMined() {
    TxRecord old = bidding(1_000, 80);
    TxRecord mined = bidding(2_000, 160).in(TxState.INCLUDED, Observed.Level.AGREED);
    assertThatThrownBy(() -> Bids.speedUp(old, List.of(old, mined), market(500, 10)))
        .extracting("code")
        .isEqualTo("not-replaceable");
  }

  private TxRecord find(io.belay.base.TxHash hash) {
    return sends.journal.find(hash).orElseThrow();
  }

  @Test
  void severalSignaturesOfOneIntentHaveOneNonceOnDisk() {
    Replacement faster = Bids.speedUp(record, List.of(record), market(500, 10));
    var signed =
        faster
            .transaction()
            .signed(
                new io.belay.base.Signature(java.math.BigInteger.ONE, java.math.BigInteger.TWO, 0));
    assertThat(sends.journal.record(faster, signed)).isEqualTo(signed.hash());
    assertThat(sends.journal.record(faster, signed)).isEqualTo(signed.hash()); // after a crash
    assertThat(sends.journal.all()).hasSize(2);
    assertThat(find(signed.hash()).facts().replaces()).contains(record.hash());
    assertThat(find(signed.hash()).facts().purpose()).isEqualTo(Purpose.SPEED_UP);
    assertThat(sends.journal.byIntent("intent-1")).contains(signed.hash());

    sends.journal.progress(
        record.in(
            TxState.INCLUDED,
            Observed.Level.PROVEN,
            new io.belay.core.chain.BlockRef(9, io.belay.base.Bytes32.ZERO),
            true));
    assertThat(sends.journal.byIntent("intent-1")).contains(record.hash());
    Replacement late =
        new Replacement(
            "intent-1",
            record.from(),
            Purpose.CANCEL,
            Optional.of(record.hash()),
            bidding(9_000, 900).transaction());
    var lateSigned =
        late.transaction()
            .signed(
                new io.belay.base.Signature(java.math.BigInteger.ONE, java.math.BigInteger.TWO, 0));
    assertThatThrownBy(() -> sends.journal.record(late, lateSigned))
        .extracting("code")
        .isEqualTo("not-replaceable");
  }

  @Test
  void anotherNonceForTheSameIntentIsRefused() {
    UnsignedTransaction old = record.transaction();
    Replacement other =
        new Replacement(
            "intent-1",
            record.from(),
            Purpose.SPEED_UP,
            Optional.of(record.hash()),
            new UnsignedTransaction(
                old.chainId(), 7, Wei.of(9), Wei.of(9), 21_000, old.to(), old.value(), "0x"));
    var signed =
        other
            .transaction()
            .signed(
                new io.belay.base.Signature(java.math.BigInteger.ONE, java.math.BigInteger.TWO, 0));
    assertThatThrownBy(() -> sends.journal.record(other, signed))
        .extracting("code")
        .isEqualTo("not-replaceable");
  }
}
