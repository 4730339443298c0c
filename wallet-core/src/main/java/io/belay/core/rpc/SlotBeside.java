package io.belay.core.rpc;

import java.math.BigInteger;

/// A word of a contract's storage beside what the contract itself says.
///
/// @param word of the storage, proven
/// @param said what a call returned at the endpoint that proved, `0x…`; a stranger's word
public record SlotBeside(BigInteger word, String said) {}
