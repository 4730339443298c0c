package io.belay.core.store;

/// What a token said of itself, as it is stored.
///
/// @param contract its address
/// @param symbol its own word for itself
/// @param decimals digits after the point
/// @param evidence how that is known, such as `agreed`
public record TokenRow(String contract, String symbol, int decimals, String evidence) {}
