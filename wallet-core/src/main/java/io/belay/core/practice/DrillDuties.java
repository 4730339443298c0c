package io.belay.core.practice;

import io.belay.core.chain.BaseFeeRule;
import io.belay.core.money.Wei;
import io.belay.core.rpc.Endpoint;
import io.belay.core.rpc.FeeHistory;
import io.belay.core.rpc.SeenBlock;
import io.belay.core.tx.SignedTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a wallet does above reading, handed in so that a drill rehearses the very code that sends:
/// choosing a fee and carrying a transaction.
public interface DrillDuties {
  /// A fee, wei per gas.
  ///
  /// @param max most to pay in all
  /// @param tip most of it for the block's producer
  record Offer(Wei max, Wei tip) {}

  /// Base fee of the block after this one by the chain's rule; empty where that does not tell.
  Optional<Wei> nextBaseFee(SeenBlock head, BaseFeeRule rule);

  /// The fee that would be offered.
  ///
  /// @param tips recent tips, where somebody told
  Offer offer(Wei nextBaseFee, Optional<FeeHistory> tips, Duration blockTime);

  /// Carries signed bytes to all endpoints and waits for their answers.
  void carry(List<Endpoint> endpoints, SignedTransaction signed) throws InterruptedException;
}
