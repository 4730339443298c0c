package io.belay.app.shell;

import io.belay.app.accounts.OtherNetworks;
import io.belay.base.ChainId;
import io.belay.core.track.ChainSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The window's networks but the one that is looked at, for the accounts page.
///
/// @param nets all of them
/// @param current the one that is looked at
/// @param choice turns the window
record OtherNets(Nets nets, ChainId current, NetChoice choice) implements OtherNetworks {
  @Override
  public List<Other> all() {
    Map<ChainId, ChainSession> open =
        nets.opened().stream()
            .map(Net::session)
            .collect(Collectors.toMap(session -> session.chain().id(), Function.identity()));
    return nets.used().stream()
        .filter(chain -> !chain.practice() && !chain.id().equals(current))
        .map(chain -> new Other(chain, Optional.ofNullable(open.get(chain.id()))))
        .toList();
  }

  @Override
  public void look(ChainId chain) {
    choice.choose(chain);
  }
}
