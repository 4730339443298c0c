package io.belay.core.fee;

import io.belay.core.chain.BaseFee;
import io.belay.core.chain.BaseFeeRule;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.SeenBlock;
import java.time.Duration;
import java.util.Optional;

/// Turns a verified header and the groups' tips into fees. Pure.
public final class FeeOracle {
  private static final BaseFeeRule.Eip1559 ETHEREUM = new BaseFeeRule.Eip1559(8, 2);
  private static final Wei LEAST_TIP = Wei.of(1_000_000_000L);

  private FeeOracle() {}

  /// Base fee of the block after this one (EIP-1559); empty where the block has none.
  public static Optional<Wei> nextBaseFee(SeenBlock block) {
    return block
        .baseFee()
        .map(base -> BaseFee.next(ETHEREUM, base, block.gasUsed(), block.gasLimit()));
  }

  /// Fees for a choice.
  ///
  /// @param tips recent tips; where nobody told, 1 gwei is offered
  public static FeeQuote quote(
      FeeChoice choice, Wei nextBaseFee, Optional<FeeHistory> tips, Duration blockTime) {
    return switch (choice) {
      case FeeChoice.Custom(Wei max, Wei priority) ->
          new FeeQuote(max, priority, nextBaseFee, blockTime.multipliedBy(2));
      case FeeChoice.Pace pace -> {
        Wei tip = tips.map(t -> tip(pace, t)).orElse(LEAST_TIP);
        Wei offered = tip.compareTo(LEAST_TIP) < 0 ? LEAST_TIP : tip;
        // twice the base fee stays enough for six full blocks in a row
        yield new FeeQuote(
            nextBaseFee.times(2).plus(offered), offered, nextBaseFee, wait(pace, blockTime));
      }
    };
  }

  private static Wei tip(FeeChoice.Pace pace, FeeHistory tips) {
    return switch (pace) {
      case SLOW -> tips.low();
      case NORMAL -> tips.middle();
      case FAST -> tips.high();
    };
  }

  private static Duration wait(FeeChoice.Pace pace, Duration blockTime) {
    return switch (pace) {
      case SLOW -> blockTime.multipliedBy(5);
      case NORMAL -> blockTime.multipliedBy(2);
      case FAST -> blockTime;
    };
  }
}
