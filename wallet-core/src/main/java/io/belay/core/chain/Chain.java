package io.belay.core.chain;

import io.belay.base.ChainId;
import io.belay.core.money.Asset;
import java.time.Duration;

/// One network's facts and rules.
///
/// @param id EIP-155 chain id
/// @param name for people
/// @param shortName EIP-3770 short name, also accepted by `--chain`
/// @param currency the native currency
/// @param blockTime expected time between blocks
/// @param rules how its headers, base fee and finality work
/// @param practice whether this is the practice network, whose money is worth nothing
public record Chain(
    ChainId id,
    String name,
    String shortName,
    Asset currency,
    Duration blockTime,
    Rules rules,
    boolean practice) {

  /// How headers are checked.
  public enum HeaderKind {
    /// keccak(RLP) of the known fields is the hash.
    ETHEREUM,
    /// The hash cannot be recomputed here: only agreement stands behind a header.
    OPAQUE
  }

  /// Per-chain rules (data, not code).
  ///
  /// @param header how headers are checked
  /// @param feeMarket whether EIP-1559 fees apply
  /// @param minPoll shortest interval between two head polls
  public record Rules(HeaderKind header, boolean feeMarket, Duration minPoll) {}
}
