package io.belay.core.rpc;

import io.belay.base.Address;
import io.belay.core.chain.BlockRef;
import io.belay.core.money.Wei;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one network's engine remembers across restarts: the last finalized block, each account's
/// last proven state, and what endpoints were caught at.
public interface ChainMemory {
  /// An account's state at a block that at least two groups vouched for.
  ///
  /// @param baseFee the block's base fee, where it has one
  record AccountView(Wei balance, long nonce, Optional<Wei> baseFee, Evidence evidence) {}

  /// Remembers a finalized block; an older one than known is ignored.
  void finalizedSeen(BlockRef block, Evidence evidence);

  /// The last finalized block, as stale knowledge.
  Optional<Observed<BlockRef>> finalized();

  /// Remembers an account's state.
  void accountSeen(Address account, AccountView view);

  /// An account's last known state.
  Optional<AccountView> account(Address account);

  /// Remembers what an endpoint was caught at; the oldest are forgotten.
  void blamed(EndpointId endpoint, Blame blame);

  /// What an endpoint was caught at, newest first.
  List<Blame> blames(EndpointId endpoint);

  /// Endpoints that were told an address at or after an instant, in an earlier run too.
  default Set<EndpointId> toldSince(Address account, Instant since) {
    return Set.of();
  }
}
