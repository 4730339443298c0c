package io.belay.core.rpc;

import io.belay.base.Hex;
import io.belay.base.WalletException;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads hostile quantities: anything that is not one is empty.
public final class Quantity {
  private Quantity() {}

  /// A quantity that fits a non-negative long.
  public static Optional<Long> of(JsonNode node) {
    return big(node).filter(n -> n.bitLength() <= 63).map(BigInteger::longValue);
  }

  /// A quantity of at most 256 bits.
  public static Optional<BigInteger> big(JsonNode node) {
    if (node == null || !node.isString()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Hex.toBigInteger(node.stringValue()));
    } catch (WalletException e) {
      return Optional.empty();
    }
  }
}
