package io.belay.core.rpc;

import java.time.Instant;

/// Something an endpoint was caught at.
///
/// @param code stable, such as `bad-proof`, `wrong-chain`, `foreign-hash`, `no-answer`
/// @param detail one line in our own words
/// @param at when
public record Blame(String code, String detail, Instant at) {}
