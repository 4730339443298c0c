package io.belay.core.practice;

import io.belay.base.Address;
import java.math.BigInteger;
import java.util.List;

/// Runs transactions and calls on a world. Nothing but the token has code.
final class PracticeExecutor {
  private final PracticeWorld world;
  private final BigInteger baseFee;
  private final Address miner;

  PracticeExecutor(PracticeWorld world, BigInteger baseFee, Address miner) {
    this.world = world;
    this.baseFee = baseFee;
    this.miner = miner;
  }

  /// Whether the transaction may run now: its turn, and its sender can pay.
  boolean canRun(PracticeTx tx) {
    PracticeAccount sender = world.account(tx.from());
    return sender.nonce() == tx.nonce()
        && tx.tip(baseFee).signum() >= 0
        && sender.balance().compareTo(tx.cost()) >= 0;
  }

  /// Runs a transaction that [#canRun].
  ///
  /// @param before gas used in the block so far
  PracticeReceipt run(PracticeTx tx, long before) {
    BigInteger price = tx.price(baseFee);
    PracticeAccount sender = world.account(tx.from());
    BigInteger held = price.multiply(BigInteger.valueOf(tx.gas()));
    world.set(
        tx.from(), sender.withNonce(tx.nonce() + 1).withBalance(sender.balance().subtract(held)));
    Address to = tx.to().orElseThrow();
    long intrinsic = PracticeGas.intrinsic(tx.data(), tx.access());
    PracticeOutcome outcome = call(tx.from(), to, tx.value(), tx.data(), tx.gas() - intrinsic);
    long used = Math.max(intrinsic + outcome.gas(), PracticeGas.floor(tx.data()));
    world.pay(tx.from(), held.subtract(price.multiply(BigInteger.valueOf(used))));
    // EIP-1559: the base fee goes to nobody
    world.pay(miner, tx.tip(baseFee).multiply(BigInteger.valueOf(used)));
    return new PracticeReceipt(
        tx.type(), outcome.success(), used, before + used, price, outcome.logs());
  }

  /// Runs a call with this much gas; out of gas uses all of it and leaves no trace.
  PracticeOutcome call(Address from, Address to, BigInteger value, byte[] data, long gas) {
    if (!to.equals(PracticeToken.ADDRESS)) {
      world.move(from, to, value);
      return PracticeOutcome.returned(0, new byte[0], List.of());
    }
    // the cost is known only afterwards, so a rehearsal shows whether the gas suffices
    PracticeOutcome rehearsal = new PracticeToken(world.copy()).call(from, value, data);
    if (rehearsal.gas() > gas) {
      return PracticeOutcome.failed(gas);
    }
    return rehearsal.success() ? new PracticeToken(world).call(from, value, data) : rehearsal;
  }
}
