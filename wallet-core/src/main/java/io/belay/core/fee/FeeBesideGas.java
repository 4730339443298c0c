package io.belay.core.fee;

import io.belay.core.money.Wei;

/// What a rollup takes beside the gas.
///
/// @param data wei for keeping the bytes on the parent chain; moves with that chain's fees
/// @param operator wei for the operator, worked out from the gas limit alone (OP stack, Isthmus)
public record FeeBesideGas(Wei data, Wei operator) {
  /// Nothing.
  public static final FeeBesideGas NONE = new FeeBesideGas(Wei.ZERO, Wei.ZERO);
}
