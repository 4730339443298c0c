package io.belay.core.send;

/// Something the user should know before signing.
///
/// @param code stable; of the view: `stale-view`, `single-view`; of the recipient: `own-address`,
///   `first-time-recipient`, `look-alike`, `recipient-is-contract`, `token-contract`,
///   `recipient-delegated`, `no-code`; of the sender: `sender-delegated`, `foreign-pending`,
///   `pending-claim`; of the fee: `high-fee`, `fee-too-low`, `insufficient-for-fee`,
///   `data-fee-unknown`; of the outcome: `would-revert`, `unlimited-approval`
/// @param detail one line in our own words
public record Warning(String code, String detail) {}
