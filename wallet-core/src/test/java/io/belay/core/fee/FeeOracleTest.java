package io.belay.core.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Bytes32;
import io.belay.base.ChainId;
import io.belay.base.WalletException;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.chain.DataFee;
import io.belay.core.chain.Finality;
import io.belay.core.money.Asset;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.SeenBlock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeOracleTest {
  private static SeenBlock block(long baseFee, long used) {
    return new SeenBlock(
        new BlockRef(1, Bytes32.ZERO),
        Bytes32.ZERO,
        Bytes32.ZERO,
        0,
        Optional.of(Wei.of(baseFee)),
        used,
        30_000_000,
        true);
  }

  @ParameterizedTest
  @CsvSource({
    "1000000000, 15000000, 1000000000", // at the target nothing moves
    "1000000000, 30000000, 1125000000", // a full block: one eighth up
    "1000000000, 0, 875000000", // an empty one: one eighth down
    "1000000000, 20000000, 1041666666", // rounded down
    "1, 30000000, 2", // up by one at least
    "7, 0, 7" // too small to fall
  })
  void nextBaseFeeFollowsEip1559(long base, long used, long next) {
    assertThat(FeeOracle.nextBaseFee(block(base, used), BaseFeeRule.ETHEREUM))
        .contains(Wei.of(next));
  }

  @Test
  void aQuietChainStillGetsATip() {
    FeeHistory quiet = new FeeHistory(Wei.ZERO, Wei.ZERO, Wei.ZERO, 3);

    FeeQuote quote =
        FeeOracle.quote(
            FeeChoice.Pace.NORMAL, Wei.of(10), Optional.of(quiet), Duration.ofSeconds(12));

    assertThat(quote.maxPriorityFeePerGas()).isEqualTo(Wei.of(1_000_000_000L));
    assertThat(quote.maxFeePerGas()).isEqualTo(Wei.of(1_000_000_020L));
    assertThat(quote.expectedWait()).isEqualTo(Duration.ofSeconds(24));
  }

  @Test
  void ownFiguresAreKept() {
    FeeChoice own = new FeeChoice.Custom(Wei.of(30), Wei.of(2));

    FeeQuote quote = FeeOracle.quote(own, Wei.of(10), Optional.empty(), Duration.ofSeconds(12));

    assertThat(quote.atMost(21_000)).isEqualTo(Wei.of(630_000));
    assertThat(quote.expected(21_000)).isEqualTo(Wei.of(252_000));
  }

  @Test
  void thePriorityFeeIsPartOfTheMaximum() {
    assertThatThrownBy(() -> new FeeChoice.Custom(Wei.of(1), Wei.of(2)))
        .isInstanceOf(WalletException.class)
        .extracting("code")
        .isEqualTo("priority-above-max");
  }

  private static FeeBasis basis(String baseGwei) {
    return new FeeBasis(
        Wei.ofGwei(baseGwei),
        Optional.of(new FeeHistory(Wei.ofGwei("1"), Wei.ofGwei("2"), Wei.ofGwei("3"), 3)),
        Duration.ofSeconds(12));
  }

  private static Duration wait(String maxGwei, String tipGwei) {
    FeeChoice own = new FeeChoice.Custom(Wei.ofGwei(maxGwei), Wei.ofGwei(tipGwei));
    return FeeOracle.quote(own, basis("10")).expectedWait();
  }

  @Test
  void theBaseFeeFollowsByTheChainsOwnRule() {
    // Polygon's: a sixteenth at most, at a target of half
    BaseFeeRule gentle = new BaseFeeRule.Eip1559(16, 2);
    assertThat(FeeOracle.nextBaseFee(block(1_600, 30_000_000), gentle)).contains(Wei.of(1_700));
    assertThat(FeeOracle.nextBaseFee(block(1_600, 1), new BaseFeeRule.None())).isEmpty();
  }

  @Test
  void aHeaderThatNobodyCouldRecomputeTellsNoBaseFee() {
    SeenBlock claimed =
        new SeenBlock(
            new BlockRef(1, Bytes32.ZERO),
            Bytes32.ZERO,
            Bytes32.ZERO,
            0,
            Optional.of(Wei.of(1)),
            1,
            30_000_000,
            false);
    assertThat(FeeOracle.nextBaseFee(claimed, BaseFeeRule.ETHEREUM)).isEmpty();
  }

  @Test
  void eachPaceHasItsPriceAndItsWait() {
    Map<FeeChoice.Pace, FeeQuote> quotes = FeeOracle.quotes(basis("10"));
    assertThat(quotes).containsOnlyKeys(FeeChoice.Pace.values());
    assertThat(quotes.values())
        .extracting(FeeQuote::maxFeePerGas)
        .containsExactly(Wei.ofGwei("21"), Wei.ofGwei("22"), Wei.ofGwei("23"));
    assertThat(quotes.values())
        .extracting(FeeQuote::expectedWait)
        .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(24), Duration.ofSeconds(12));
  }

  @Test
  void ownFiguresWaitAsLongAsThoseWhoPayAlike() {
    assertThat(wait("30", "3")).isEqualTo(Duration.ofSeconds(12));
    assertThat(wait("30", "2")).isEqualTo(Duration.ofSeconds(24));
    assertThat(wait("30", "1")).isEqualTo(Duration.ofSeconds(60));
    // a tip that the base fee leaves no room for is none
    assertThat(wait("10", "3")).isEqualTo(Duration.ofSeconds(60));
    // 10 gwei fall below 5 in six empty blocks at the earliest
    assertThat(wait("5", "1")).isEqualTo(Duration.ofSeconds(12 * (6 + 5)));
  }

  @Test
  void sendingEverythingPaysToTheLastWei() {
    FeeQuote whole = FeeOracle.spentWhole(FeeChoice.Pace.NORMAL, basis("64"));
    // two eighths of 64, one after the other, and the tip
    assertThat(whole.maxFeePerGas()).isEqualTo(Wei.ofGwei("83"));
    assertThat(whole.maxPriorityFeePerGas()).isEqualTo(whole.maxFeePerGas());
    assertThat(whole.expected(21_000)).isEqualTo(whole.atMost(21_000));
  }

  @Test
  void aRollupIsNotPaidManyTimesItsFee() {
    ChainId id = ChainId.of(10);
    Chain chain =
        new Chain(
            id,
            "Rollup",
            "rollup",
            new Asset(id, "ETH", 18),
            Duration.ofSeconds(2),
            new Chain.Rules(
                Chain.HeaderKind.OPAQUE,
                true,
                Duration.ofSeconds(2),
                new BaseFeeRule.None(),
                new Finality.Tags(),
                DataFee.OP),
            false);
    FeeQuote quote =
        FeeOracle.quote(FeeChoice.Pace.NORMAL, FeeBasis.of(chain, Wei.of(5_000), Optional.empty()));
    assertThat(quote.maxFeePerGas()).isEqualTo(Wei.of(15_000));
  }

  @Test
  void aChainWithoutAFeeMarketHasOnePrice() {
    FeeBasis basis =
        new FeeBasis(Wei.of(100), Optional.empty(), Wei.of(1), false, Duration.ofSeconds(3));
    FeeQuote fast = FeeOracle.quote(FeeChoice.Pace.FAST, basis);
    assertThat(fast.maxFeePerGas()).isEqualTo(Wei.of(125));
    assertThat(fast.maxPriorityFeePerGas()).isEqualTo(Wei.of(125));
    assertThat(fast.expected(2)).isEqualTo(Wei.of(250));
  }

  @Test
  void theDataFeeMayRiseByHalf() {
    FeeQuote quote =
        new FeeQuote(Wei.of(2), Wei.of(1), Wei.of(1), Duration.ZERO)
            .with(new FeeBesideGas(Wei.of(101), Wei.ZERO));
    assertThat(quote.atMost(10)).isEqualTo(Wei.of(20 + 152));
    assertThat(quote.expected(10)).isEqualTo(Wei.of(20 + 101));
  }

  /// What the operator takes follows from the gas: no margin is kept for it.
  @Test
  void onlyTheBytesMayCostMoreThanNow() {
    FeeQuote quote =
        new FeeQuote(Wei.of(2), Wei.of(1), Wei.of(1), Duration.ZERO)
            .with(new FeeBesideGas(Wei.of(100), Wei.of(40)));
    assertThat(quote.dataFee()).isEqualTo(Wei.of(140));
    assertThat(quote.dataFeeAtMost()).isEqualTo(Wei.of(190));
    assertThat(quote.atMost(10)).isEqualTo(Wei.of(210));
    assertThat(quote.expected(10)).isEqualTo(Wei.of(160));
  }
}
