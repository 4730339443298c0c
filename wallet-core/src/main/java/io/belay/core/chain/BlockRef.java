package io.belay.core.chain;

import io.belay.base.Bytes32;

/// One block: its height and its hash.
public record BlockRef(long number, Bytes32 hash) {}
