package io.belay.core.practice;

import java.math.BigInteger;
import java.util.Optional;

/// The rules a transaction must meet to wait in the pool, in geth's order and words.
final class PracticeAdmission {
  private PracticeAdmission() {}

  /// @throws PracticeError naming the first rule broken
  static void check(PracticeTx tx, PracticePool pool, PracticeState state) {
    if (pool.find(tx.hash()).isPresent()) {
      throw PracticeError.refused("already known");
    }
    if (tx.to().isEmpty()) {
      throw PracticeError.refused("contract creation is not supported on the practice chain");
    }
    shape(tx);
    PracticeAccount sender = state.account(tx.from());
    if (tx.nonce() < sender.nonce()) {
      throw PracticeError.refused(
          "nonce too low: next nonce " + sender.nonce() + ", tx nonce " + tx.nonce());
    }
    funds(tx, sender.balance(), pool);
    Optional<PracticeTx> old = pool.at(tx.from(), tx.nonce());
    if (old.isPresent() && !outbids(tx, old.get())) {
      throw PracticeError.refused("replacement transaction underpriced");
    }
  }

  private static void shape(PracticeTx tx) {
    if (tx.gas() > PracticeGas.LIMIT) {
      throw PracticeError.refused("exceeds block gas limit");
    }
    if (tx.maxTip().compareTo(tx.maxFee()) > 0) {
      throw PracticeError.refused(
          "max priority fee per gas higher than max fee per gas: address "
              + tx.from()
              + ", maxPriorityFeePerGas: "
              + tx.maxTip()
              + ", maxFeePerGas: "
              + tx.maxFee());
    }
    gas("intrinsic gas too low", tx, PracticeGas.intrinsic(tx.data(), tx.access()));
    gas("insufficient gas for floor data gas cost", tx, PracticeGas.floor(tx.data()));
    if (tx.maxTip().signum() == 0) {
      throw PracticeError.refused("transaction underpriced: gas tip cap 0, minimum needed 1");
    }
  }

  private static void gas(String rule, PracticeTx tx, long needed) {
    if (tx.gas() < needed) {
      throw PracticeError.refused(rule + ": gas " + tx.gas() + ", minimum needed " + needed);
    }
  }

  private static void funds(PracticeTx tx, BigInteger balance, PracticePool pool) {
    String rule = "insufficient funds for gas * price + value: balance ";
    BigInteger cost = tx.cost();
    if (balance.compareTo(cost) < 0) {
      throw PracticeError.refused(
          rule + balance + ", tx cost " + cost + ", overshot " + cost.subtract(balance));
    }
    BigInteger queued = pool.costBeside(tx.from(), tx.nonce());
    BigInteger over = queued.add(cost).subtract(balance);
    if (over.signum() > 0) {
      throw PracticeError.refused(
          rule + balance + ", queued cost " + queued + ", tx cost " + cost + ", overshot " + over);
    }
  }

  /// Both fees must rise by a tenth.
  private static boolean outbids(PracticeTx tx, PracticeTx old) {
    return outbids(tx.maxFee(), old.maxFee()) && outbids(tx.maxTip(), old.maxTip());
  }

  private static boolean outbids(BigInteger bid, BigInteger old) {
    BigInteger least = old.multiply(BigInteger.valueOf(110)).divide(BigInteger.valueOf(100));
    return bid.compareTo(old) > 0 && bid.compareTo(least) >= 0;
  }
}
