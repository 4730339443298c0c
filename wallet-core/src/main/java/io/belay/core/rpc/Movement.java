package io.belay.core.rpc;

import io.belay.base.Address;
import java.math.BigInteger;
import java.util.Optional;

/// Something that changes hands in a simulated call.
///
/// @param contract the token, as its own event tells; empty for the chain's currency
/// @param from who gives
/// @param to who gets
/// @param units smallest units
public record Movement(Optional<Address> contract, Address from, Address to, BigInteger units) {}
