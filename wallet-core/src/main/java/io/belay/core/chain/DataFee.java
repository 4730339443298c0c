package io.belay.core.chain;

import io.belay.base.Address;
import java.util.Optional;

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
  UNKNOWN;

  private static final Address OP_ORACLE =
      Address.parse("0x420000000000000000000000000000000000000F");
  private static final Address SCROLL_ORACLE =
      Address.parse("0x5300000000000000000000000000000000000002");

  /// The contract that tells the fee: a predeploy with one address on every chain of its stack (OP
  /// stack specification, "Predeploys"; Scroll's contract list); empty where there is none.
  public Optional<Address> oracle() {
    return switch (this) {
      case OP -> Optional.of(OP_ORACLE);
      case SCROLL -> Optional.of(SCROLL_ORACLE);
      case NONE, INCLUDED, UNKNOWN -> Optional.empty();
    };
  }
}
