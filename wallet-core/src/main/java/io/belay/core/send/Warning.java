package io.belay.core.send;

import io.belay.base.Address;
import java.util.List;
import java.util.Optional;

/// Something the user should know before signing; the sentences are the app's.
///
/// @param code stable; of the view: `stale-view`, `single-view`; of the recipient: `own-address`,
///   `first-time-recipient`, `look-alike`, `recipient-is-contract`, `token-contract`,
///   `recipient-delegated`, `no-code`; of the sender: `sender-delegated`, `foreign-pending`,
///   `pending-claim`; of the fee: `high-fee`, `fee-too-low`, `insufficient-for-fee`,
///   `data-fee-unknown`; of the outcome: `would-revert`, `unlimited-approval`
/// @param facts what its sentence speaks of: of `no-code` the address; of `look-alike` the known
///   address; of `foreign-pending` the nonce; of `sender-delegated` and `recipient-delegated` whose
///   code acts; of `unlimited-approval` the spender and the token; of `would-revert` the reason
/// @param other the address beside the payee that it is about: of `look-alike` the known one
public record Warning(String code, List<String> facts, Optional<Address> other) {
  /// Copies the facts.
  public Warning {
    facts = List.copyOf(facts);
  }

  /// About no other address.
  public Warning(String code, Object... facts) {
    this(code, List.of(facts).stream().map(Object::toString).toList(), Optional.empty());
  }
}
