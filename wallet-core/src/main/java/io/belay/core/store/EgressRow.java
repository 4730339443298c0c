package io.belay.core.store;

import io.belay.base.Address;
import java.time.Instant;

/// One endpoint was told one of the user's addresses.
///
/// @param chain EIP-155 chain id
/// @param endpoint its id
/// @param account the address it was told
/// @param first when, the first time
/// @param last when, the last time that was written down; within a minute of the true one
/// @param requests how many requests named it
public record EgressRow(
    long chain, String endpoint, Address account, Instant first, Instant last, long requests) {}
