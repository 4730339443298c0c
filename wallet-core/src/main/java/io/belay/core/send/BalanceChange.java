package io.belay.core.send;

import io.belay.base.Address;
import java.math.BigInteger;
import java.util.Optional;

/// How a simulated transaction changes what somebody has, without its fee.
///
/// @param account whose balance it is
/// @param token the token, as its own event tells; empty for the chain's currency
/// @param difference smallest units, negative where it becomes less; never zero
public record BalanceChange(Address account, Optional<Address> token, BigInteger difference) {}
