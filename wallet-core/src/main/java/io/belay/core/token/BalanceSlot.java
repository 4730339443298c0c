package io.belay.core.token;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.core.proof.MappingSlot;
import java.math.BigInteger;

/// Where a token keeps its holders' balances.
///
/// @param mapping from holders to words
/// @param bits how many low bits of a word are the balance; the rest are flags
public record BalanceSlot(MappingSlot mapping, int bits) {
  /// Checks the bits.
  public BalanceSlot {
    if (bits < 1 || bits > 256) {
      throw new IllegalArgumentException("a balance has 1 to 256 bits");
    }
  }

  /// The slot of a holder's balance.
  public Bytes32 slot(Address holder) {
    return mapping.slot(holder);
  }

  /// The balance, in the token's smallest units.
  ///
  /// @param word what the slot holds
  public BigInteger balance(BigInteger word) {
    return word.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }
}
