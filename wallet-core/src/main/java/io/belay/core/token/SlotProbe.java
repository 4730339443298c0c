package io.belay.core.token;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds where a token keeps balances from one balance that is known otherwise. Pure.
public final class SlotProbe {
  /// Smaller balances look like flags and counters, which mappings of the same holder may hold.
  private static final int LEAST_BITS = 16;

  private SlotProbe() {}

  /// Whether a balance, in the token's smallest units, is large enough to tell slots apart.
  public static boolean teaches(BigInteger balance) {
    return balance.bitLength() > LEAST_BITS;
  }

  /// The one candidate that explains a balance; empty where none does, where several do, or where
  /// the balance is too small to tell. Of a balance of zero nothing is learned: every slot that is
  /// not the token's looks the same.
  ///
  /// @param holder whose balance it is
  /// @param agreed the balance that independent groups answered `balanceOf(holder)` with, in the
  ///   token's smallest units
  /// @param proven slots of the token's storage and their words, proven at the same block; a slot
  ///   proven absent is zero or missing
  public static Optional<BalanceSlot> learn(
      Address holder,
      BigInteger agreed,
      Map<Bytes32, BigInteger> proven,
      List<BalanceSlot> candidates) {
    if (!teaches(agreed)) {
      return Optional.empty();
    }
    List<BalanceSlot> fitting =
        candidates.stream()
            .filter(
                c -> agreed.equals(c.balance(proven.getOrDefault(c.slot(holder), BigInteger.ZERO))))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }
}
