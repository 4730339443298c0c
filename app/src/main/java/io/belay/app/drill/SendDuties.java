package io.belay.app.drill;

import io.belay.core.chain.BaseFeeRule;
import io.belay.core.fee.FeeChoice;
import io.belay.core.fee.FeeOracle;
import io.belay.core.fee.FeeQuote;
import io.belay.core.money.Wei;
import io.belay.core.practice.DrillDuties;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.SeenBlock;
import io.belay.core.send.Broadcaster;
import io.belay.core.state.Timing;
import io.belay.core.tx.SignedTransaction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The wallet's own way to choose a fee and to send, without its journal: a drill leaves no trace
/// among the user's transactions.
record SendDuties(InstantSource clock) implements DrillDuties {
  @Override
  public Optional<Wei> nextBaseFee(SeenBlock head, BaseFeeRule rule) {
    return FeeOracle.nextBaseFee(head, rule);
  }

  @Override
  public Offer offer(Wei nextBaseFee, Optional<FeeHistory> tips, Duration blockTime) {
    FeeQuote quote = FeeOracle.quote(FeeChoice.Pace.NORMAL, nextBaseFee, tips, blockTime);
    return new Offer(quote.maxFeePerGas(), quote.maxPriorityFeePerGas());
  }

  @Override
  public void carry(List<Endpoint> endpoints, SignedTransaction signed)
      throws InterruptedException {
    new Broadcaster(endpoints, (hash, row) -> {}, Timing.real(clock), () -> {}).broadcast(signed);
  }
}
