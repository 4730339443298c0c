package io.belay.core.rpc;

import io.belay.core.money.Wei;

/// An account's state at one block.
///
/// @param balance wei
/// @param nonce number of transactions it has sent
/// @param hasCode whether it is a contract (or delegates to one, EIP-7702)
public record AccountState(Wei balance, long nonce, boolean hasCode) {}
