package io.belay.core.rpc;

import io.belay.core.chain.BlockRef;

/// Where a transaction was included.
///
/// @param block the block
/// @param succeeded whether its execution succeeded
public record Inclusion(BlockRef block, boolean succeeded) {}
