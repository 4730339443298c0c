package io.belay.core.rpc;

import io.belay.base.Bytes32;
import io.belay.base.Hex;
import io.belay.base.WalletException;
import io.belay.core.chain.BlockRef;
import io.belay.core.chain.Chain;
import io.belay.core.chain.Header;
import io.belay.core.money.Wei;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A block as an endpoint told it.
///
/// @param ref height and hash
/// @param parentHash its parent
/// @param stateRoot root of the state after it
/// @param timestamp seconds since 1970
/// @param baseFee wei per gas, where it has one
/// @param gasUsed gas it holds
/// @param gasLimit gas it may hold
/// @param verified whether the hash was recomputed from the header here
public record SeenBlock(
    BlockRef ref,
    Bytes32 parentHash,
    Bytes32 stateRoot,
    long timestamp,
    Optional<Wei> baseFee,
    long gasUsed,
    long gasLimit,
    boolean verified) {

  /// Reads a block object by the chain's rule. A hash that is recomputed stands on any chain; on
  /// one whose headers have Ethereum's form it must be.
  ///
  /// @throws WalletException `bad-header` where it is malformed or its hash is not its own
  static SeenBlock parse(JsonNode block, Chain.HeaderKind kind) {
    if (!block.isObject() || !block.path("hash").isString()) {
      throw new WalletException("bad-header", "not a block");
    }
    Bytes32 claimed = Bytes32.parse(block.get("hash").stringValue());
    try {
      return verified(Header.parse(block), claimed);
    } catch (WalletException e) {
      // newer than this Belay, or another chain's form: not a lie, but only agreement can stand
      // behind it
      boolean excused =
          kind != Chain.HeaderKind.ETHEREUM || e.code().equals("header-unknown-field");
      if (!excused) {
        throw e;
      }
      return opaque(block, claimed);
    }
  }

  private static SeenBlock verified(Header header, Bytes32 claimed) {
    if (!header.hash().equals(claimed)) {
      throw new WalletException("bad-header", "the header's hash is another");
    }
    return new SeenBlock(
        header.ref(),
        header.parentHash(),
        header.stateRoot(),
        header.timestamp(),
        header.baseFee(),
        header.gasUsed(),
        header.gasLimit(),
        true);
  }

  private static SeenBlock opaque(JsonNode block, Bytes32 claimed) {
    return new SeenBlock(
        new BlockRef(number(block, "number"), claimed),
        hash(block, "parentHash"),
        hash(block, "stateRoot"),
        number(block, "timestamp"),
        Quantity.big(block.path("baseFeePerGas")).map(Wei::of),
        number(block, "gasUsed"),
        number(block, "gasLimit"),
        false);
  }

  private static long number(JsonNode block, String name) {
    return Quantity.of(block.path(name))
        .orElseThrow(() -> new WalletException("bad-header", name + " is missing"));
  }

  private static Bytes32 hash(JsonNode block, String name) {
    JsonNode value = block.path(name);
    if (!value.isString()) {
      throw new WalletException("bad-header", name + " is missing");
    }
    return Bytes32.of(Hex.decode(value.stringValue()));
  }

  /// Height.
  long number() {
    return ref.number();
  }
}
