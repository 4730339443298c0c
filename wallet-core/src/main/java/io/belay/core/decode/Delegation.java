package io.belay.core.decode;

import io.belay.base.Address;
import io.belay.base.Hex;
import java.util.Arrays;
import java.util.Optional;

/// An account whose own key let a contract's code act as it (EIP-7702).
public final class Delegation {
  private static final String MARK = "0xef0100";
  private static final int LENGTH = 2 + 2 * 23;

  private Delegation() {}

  /// The contract that acts, by an account's code; empty where the code is no delegation.
  ///
  /// @param code `0x…`
  public static Optional<Address> of(String code) {
    if (code.length() != LENGTH || !code.startsWith(MARK)) {
      return Optional.empty();
    }
    return Optional.of(Address.of(Arrays.copyOfRange(Hex.decode(code), 3, 23)));
  }
}
