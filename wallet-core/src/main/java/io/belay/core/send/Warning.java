package io.belay.core.send;

import io.belay.base.Address;
import java.util.Optional;

/// Something the user should know before signing.
///
/// @param code stable; of the view: `stale-view`, `single-view`; of the recipient: `own-address`,
///   `first-time-recipient`, `look-alike`, `recipient-is-contract`, `token-contract`,
///   `recipient-delegated`, `no-code`; of the sender: `sender-delegated`, `foreign-pending`,
///   `pending-claim`; of the fee: `high-fee`, `fee-too-low`, `insufficient-for-fee`,
///   `data-fee-unknown`; of the outcome: `would-revert`, `unlimited-approval`
/// @param detail one line in our own words
/// @param other the address beside the payee that it is about: of `look-alike` the known one
public record Warning(String code, String detail, Optional<Address> other) {
  /// About no other address.
  public Warning(String code, String detail) {
    this(code, detail, Optional.empty());
  }
}
