package io.belay.core.store;

/// A network that a person added, as it is stored.
///
/// @param chain EIP-155 chain id
/// @param name for people
/// @param shortName EIP-3770 short name
/// @param symbol of the native currency
/// @param decimals of the native currency
/// @param blockMillis expected time between two blocks
/// @param feeMarket whether EIP-1559 fees apply
/// @param testnet whether its money is worth nothing
public record NetworkRow(
    long chain,
    String name,
    String shortName,
    String symbol,
    int decimals,
    long blockMillis,
    boolean feeMarket,
    boolean testnet) {}
