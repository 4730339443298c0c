package io.belay.core.practice;

import io.belay.base.Address;
import io.belay.core.chain.BlockRef;
import io.belay.core.rpc.Blame;
import io.belay.core.rpc.ChainMemory;
import io.belay.core.rpc.EndpointId;
import io.belay.core.state.Evidence;
import io.belay.core.state.Observed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An engine's memory without a disk.
final class SimMemory implements ChainMemory {
  private Optional<Observed<BlockRef>> finalized = Optional.empty();
  private final Map<Address, AccountView> accounts = new HashMap<>();
  private final Map<EndpointId, List<Blame>> blames = new HashMap<>();

  @Override
  public void finalizedSeen(BlockRef block, Evidence evidence) {
    boolean newer =
        finalized.flatMap(Observed::maybe).map(f -> f.number() < block.number()).orElse(true);
    if (newer) {
      finalized = Optional.of(new Observed.Stale<>(block, evidence));
    }
  }

  @Override
  public Optional<Observed<BlockRef>> finalized() {
    return finalized;
  }

  @Override
  public void accountSeen(Address account, AccountView view) {
    accounts.put(account, view);
  }

  @Override
  public Optional<AccountView> account(Address account) {
    return Optional.ofNullable(accounts.get(account));
  }

  @Override
  public void blamed(EndpointId endpoint, Blame blame) {
    blames.computeIfAbsent(endpoint, e -> new ArrayList<>()).addFirst(blame);
  }

  @Override
  public List<Blame> blames(EndpointId endpoint) {
    return List.copyOf(blames.getOrDefault(endpoint, List.of()));
  }
}
