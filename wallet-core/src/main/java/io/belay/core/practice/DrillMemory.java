package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.Blame;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.EndpointId;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An engine's memory for one scene, without a disk: what endpoints do in a drill is held against
/// nobody afterwards.
final class DrillMemory implements ChainMemory {
  private final Map<EndpointId, Blame> blames = new HashMap<>();
  private final Map<Address, AccountView> accounts = new HashMap<>();
  private Optional<Observed<BlockRef>> finalized = Optional.empty();

  /// One that knows the same and blames nobody.
  synchronized DrillMemory forgiving() {
    DrillMemory other = new DrillMemory();
    other.accounts.putAll(accounts);
    other.finalized = finalized;
    return other;
  }

  /// Who was caught, at what.
  synchronized Map<String, String> blamed() {
    Map<String, String> codes = new TreeMap<>();
    blames.forEach((endpoint, blame) -> codes.put(endpoint.value(), blame.code()));
    return codes;
  }

  @Override
  public synchronized void finalizedSeen(BlockRef block, Evidence evidence) {
    boolean older =
        finalized.flatMap(Observed::maybe).filter(f -> f.number() >= block.number()).isPresent();
    if (!older) {
      finalized = Optional.of(new Observed.Stale<>(block, evidence));
    }
  }

  @Override
  public synchronized Optional<Observed<BlockRef>> finalized() {
    return finalized;
  }

  @Override
  public synchronized void accountSeen(Address account, AccountView view) {
    accounts.put(account, view);
  }

  @Override
  public synchronized Optional<AccountView> account(Address account) {
    return Optional.ofNullable(accounts.get(account));
  }

  @Override
  public synchronized void blamed(EndpointId endpoint, Blame blame) {
    blames.put(endpoint, blame);
  }

  @Override
  public synchronized List<Blame> blames(EndpointId endpoint) {
    return Optional.ofNullable(blames.get(endpoint)).stream().toList();
  }
}
