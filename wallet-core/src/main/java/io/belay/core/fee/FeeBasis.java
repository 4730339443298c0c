package io.belay.core.fee;

import io.belay.core.chain.Chain;
import io.belay.core.chain.DataFee;
import io.belay.core.money.Wei;
import io.belay.core.rpc.FeeHistory;
import java.time.Duration;
import java.util.Optional;

/// What fees are worked out from.
///
/// @param nextBaseFee base fee of the next block, wei per gas; of a chain without a fee market the
///   price of gas now
/// @param tips what recent blocks took, where somebody told
/// @param leastTip the least that is ever offered to a block's producer by itself, wei per gas
/// @param market whether the chain takes EIP-1559 transactions
/// @param blockTime expected time between blocks
public record FeeBasis(
    Wei nextBaseFee, Optional<FeeHistory> tips, Wei leastTip, boolean market, Duration blockTime) {
  private static final Wei GWEI = Wei.of(1_000_000_000L);

  /// Of a chain with a fee market, whose quiet blocks say nothing of tips: 1 gwei is offered.
  public FeeBasis(Wei nextBaseFee, Optional<FeeHistory> tips, Duration blockTime) {
    this(nextBaseFee, tips, GWEI, true, blockTime);
  }

  /// By a chain's rules. Rollups are cheap and order by arrival: a gwei there would be many times
  /// the fee itself.
  public static FeeBasis of(Chain chain, Wei nextBaseFee, Optional<FeeHistory> tips) {
    boolean rollup =
        chain.rules().dataFee() != DataFee.NONE && chain.rules().dataFee() != DataFee.UNKNOWN;
    Wei least = rollup && nextBaseFee.compareTo(GWEI) < 0 ? nextBaseFee : GWEI;
    return new FeeBasis(
        nextBaseFee,
        tips,
        least.value().signum() == 0 ? Wei.of(1) : least,
        chain.rules().feeMarket(),
        chain.blockTime());
  }
}
