package io.belay.core.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.base.Bytes32;
import io.belay.base.WalletException;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.SeenBlock;
import java.time.Duration;
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
    assertThat(FeeOracle.nextBaseFee(block(base, used), BaseFeeRule.ETHEREUM)).contains(Wei.of(next));
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
}
