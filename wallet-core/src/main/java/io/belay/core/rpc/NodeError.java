package io.belay.core.rpc;

import java.time.Duration;
import java.util.Optional;

/// An endpoint's error, classified. The endpoint's own words are hostile: they are quoted, one
/// line, bounded, and decide nothing beyond the class.
///
/// @param kind the class
/// @param code JSON-RPC's code, 0 where there was none
/// @param quote at most 200 printable characters of the endpoint's words
/// @param backoff how long it says to wait, in its error's `data`
/// @param output the bytes that a reverted call returned, `0x…`, where it sent them along
public record NodeError(
    Kind kind, long code, String quote, Optional<Duration> backoff, Optional<String> output) {
  private static final int QUOTE = 200;

  /// Without a time to wait or bytes returned.
  public NodeError(Kind kind, long code, String quote) {
    this(kind, code, quote, Optional.empty(), Optional.empty());
  }

  /// Classes of `rpc_error_classes.json`, and `UNKNOWN` for words no rule knows.
  public enum Kind {
    /// Success for our hash.
    ALREADY_KNOWN,
    /// Probe the receipt by our hash.
    ALREADY_MINED,
    /// Ours or another's took the nonce: probe.
    NONCE_TOO_LOW,
    /// A nonce before it is missing at that node.
    NONCE_GAP,
    /// Another pending transaction has this nonce.
    REPLACEMENT_UNDERPRICED,
    /// Below that node's minimum.
    UNDERPRICED,
    /// Below the block's base fee.
    FEE_BELOW_BASEFEE,
    /// Balance does not cover it, by that node's view.
    INSUFFICIENT_FUNDS,
    /// Try later or elsewhere.
    POOL_FULL,
    /// Retry after pending ones resolve.
    POOL_CONFLICT,
    /// Below the intrinsic gas.
    GAS_TOO_LOW,
    /// Above the block's.
    GAS_LIMIT_TOO_HIGH,
    /// Malformed.
    INVALID_TX,
    /// Signed for another chain.
    WRONG_CHAIN,
    /// That node's own cap.
    FEE_CAP_NODE_LOCAL,
    /// That node does not know the type.
    TX_TYPE_UNSUPPORTED,
    /// That node's own policy.
    POLICY_REJECTED,
    /// The contract refused.
    EXECUTION_REVERTED,
    /// Ask later.
    RATE_LIMITED,
    /// Shared limit of a sequencer.
    RATE_LIMITED_SENDER,
    /// Nothing more today.
    QUOTA_EXHAUSTED,
    /// Key missing or wrong.
    UNAUTHORIZED,
    /// Not served there.
    METHOD_UNSUPPORTED,
    /// Cannot prove.
    PROOF_UNAVAILABLE,
    /// Has not that state.
    STATE_UNAVAILABLE,
    /// Has not that history.
    HISTORY_PRUNED,
    /// Has not that block yet.
    BLOCK_NOT_FOUND,
    /// Split the request.
    RANGE_TOO_LARGE,
    /// Split the request.
    RESPONSE_TOO_LARGE,
    /// Split the batch.
    BATCH_TOO_LARGE,
    /// The request is wrong.
    INVALID_PARAMS,
    /// Timed out behind the endpoint.
    TIMEOUT,
    /// Not ready.
    SYNCING,
    /// Failed inside.
    NODE_INTERNAL,
    /// Words no rule knows.
    UNKNOWN;

    /// The word the command line uses, such as `nonce-too-low`.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Whether a signed transaction refused so is refused for good, by this endpoint's rules of the
    /// chain and not by its own policy, lag or load.
    public boolean isDeterministic() {
      return switch (this) {
        case INSUFFICIENT_FUNDS, GAS_TOO_LOW, GAS_LIMIT_TOO_HIGH, INVALID_TX, FEE_BELOW_BASEFEE ->
            true;
        default -> false;
      };
    }

    /// Whether it says that the endpoint itself is in trouble.
    public boolean isInfrastructure() {
      return this == NODE_INTERNAL || this == TIMEOUT || this == SYNCING;
    }
  }

  /// Makes the quotation safe to show: printable, one line, bounded.
  public NodeError {
    StringBuilder safe = new StringBuilder();
    quote
        .codePoints()
        .limit(QUOTE)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(safe::appendCodePoint);
    quote = safe.toString().strip();
  }
}
