package io.belay.core.proof;

import io.belay.base.Address;
import io.belay.base.Bytes32;
import io.belay.base.Keccak;
import java.math.BigInteger;
import java.util.Arrays;

/// A contract's `mapping(address => …)`: where in its storage the entry of an address is.
///
/// @param layout how the compiler or library makes the place
/// @param base the mapping's own slot, or its seed
public record MappingSlot(Layout layout, Bytes32 base) {

  /// How the place of an entry is made.
  public enum Layout {
    /// keccak256(key ‖ slot), both words (Solidity, "Layout of State Variables in Storage").
    SOLIDITY,
    /// keccak256(slot ‖ key), both words (Vyper).
    VYPER,
    /// keccak256(20 bytes of the address ‖ seed of 12 bytes), as Solady's tokens do.
    SEEDED
  }

  /// Checks that a seed has at most twelve bytes.
  public MappingSlot {
    if (layout == Layout.SEEDED && base.toBigInteger().bitLength() > 96) {
      throw new IllegalArgumentException("a seed has twelve bytes");
    }
  }

  /// A mapping at a slot of a small number.
  public static MappingSlot of(Layout layout, long base) {
    return new MappingSlot(layout, Bytes32.of(BigInteger.valueOf(base)));
  }

  /// The slot of an address's entry.
  public Bytes32 slot(Address key) {
    byte[] word = new byte[32];
    System.arraycopy(key.toArray(), 0, word, 12, 20);
    return switch (layout) {
      case SOLIDITY -> Keccak.hash(word, base.toArray());
      case VYPER -> Keccak.hash(base.toArray(), word);
      case SEEDED -> Keccak.hash(key.toArray(), Arrays.copyOfRange(base.toArray(), 20, 32));
    };
  }
}
