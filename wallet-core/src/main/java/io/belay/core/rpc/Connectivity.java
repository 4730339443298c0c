package io.belay.core.rpc;

import io.belay.base.ChainId;
import io.belay.core.chain.BlockRef;
import io.belay.core.state.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A network's connection as a whole, as shown to people.
///
/// @param chainId the network
/// @param mode how good it is
/// @param head the head that is read from, and how it is known
/// @param headAt when the head last advanced
/// @param finalized the finalized block, and how it is known
/// @param groupsUp independent groups that are up
/// @param groups independent groups in all
/// @param endpoints each endpoint
/// @param at when it was so; waits in it count from here
public record Connectivity(
    ChainId chainId,
    Mode mode,
    Observed<BlockRef> head,
    Optional<Instant> headAt,
    Observed<BlockRef> finalized,
    int groupsUp,
    int groups,
    List<EndpointStatus> endpoints,
    Instant at) {

  /// How long until one of the endpoints is tried again, seen from a later moment; zero where that
  /// time has come.
  public Optional<Duration> untilRetry(EndpointStatus endpoint, Instant now) {
    return endpoint
        .nextRetry()
        .map(wait -> wait.minus(Duration.between(at, now)))
        .map(rest -> rest.isNegative() ? Duration.ZERO : rest);
  }

  /// How good the connection is.
  public enum Mode {
    /// Not asked yet.
    STARTING,
    /// At least two groups.
    ONLINE,
    /// One group: everything works, values are single.
    DEGRADED,
    /// None: last values with their age.
    STALE,
    /// Groups contradict each other about the chain.
    DISPUTED,
    /// At least two groups contradict a finalized block: nothing is read or sent.
    HALT;

    /// The word the command line uses.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
