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
    /// keccak(RLP) of the known fields is the hash; a block whose hash is another is a lie.
    ETHEREUM,
    /// The same layout on an OP-stack chain, whose rule for the base fee stands in `extraData`.
    OP,
    /// Nobody has shown how the hash is made: only agreement stands behind a header, unless
    /// [Header#matching] happens to find it.
    OPAQUE
  }

  /// Per-chain rules: data (`rules.json`), not code.
  ///
  /// @param header how headers are checked
  /// @param feeMarket whether EIP-1559 transactions are taken
  /// @param minPoll shortest interval between two head polls
  /// @param baseFee how the next base fee follows
  /// @param finality what makes a block final
  /// @param dataFee what its bytes cost beside gas
  public record Rules(
      HeaderKind header,
      boolean feeMarket,
      Duration minPoll,
      BaseFeeRule baseFee,
      Finality finality,
      DataFee dataFee) {

    /// Ethereum's rules for all but these.
    public Rules(HeaderKind header, boolean feeMarket, Duration minPoll) {
      this(
          header,
          feeMarket,
          minPoll,
          feeMarket ? BaseFeeRule.ETHEREUM : new BaseFeeRule.None(),
          new Finality.Tags(),
          DataFee.NONE);
    }
  }
}
