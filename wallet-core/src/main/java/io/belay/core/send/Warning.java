package io.belay.core.send;

/// Something the user should know before signing.
///
/// @param code stable: `stale-view`, `single-view`, `own-address`, `recipient-is-contract`,
///   `first-time-recipient`, `foreign-pending`, `high-fee`
/// @param detail one line in our own words
public record Warning(String code, String detail) {}
