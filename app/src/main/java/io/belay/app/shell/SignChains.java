package io.belay.app.shell;

import io.belay.app.sign.OtherChains;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import java.util.Optional;

/// The other networks, as the page that signs needs them.
///
/// @param networks turns to one
record SignChains(NetChoice networks) implements OtherChains {
  @Override
  public Optional<String> name(ChainId chain) {
    return networks.offered().get().stream()
        .filter(offered -> offered.id().equals(chain))
        .map(Chain::name)
        .findFirst();
  }

  @Override
  public void turn(ChainId chain) {
    networks.choose(chain);
  }
}
