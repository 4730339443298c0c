package io.belay.core.chain;

/// What a rollup charges for keeping a transaction's bytes on its parent chain.
public enum DataFee {
  /// Nothing: the chain has no parent that keeps its data.
  NONE,
  /// Beside the gas, as the OP stack's gas price oracle says (`getL1Fee(bytes)`).
  OP,
  /// Beside the gas, as Scroll's gas price oracle says (`getL1Fee(bytes)`).
  SCROLL,
  /// Inside the estimated gas or its price.
  INCLUDED,
  /// Not known: a fee worked out from gas alone may be too low.
  UNKNOWN
}
