package io.belay.core.send;

import io.belay.base.Address;
import io.belay.base.ChainId;

/// A nonce held for one plan, so that no other window or command uses it meanwhile.
///
/// @param id row of the lease
/// @param chainId the chain
/// @param account the account
/// @param nonce the nonce
public record NonceLease(long id, ChainId chainId, Address account, long nonce) {}
