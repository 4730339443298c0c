package io.belay.app.accounts;

import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.track.ChainSession;
import java.util.List;
import java.util.Optional;

/// The networks that a person uses beside the one that is looked at.
public interface OtherNetworks {
  /// Another network.
  ///
  /// @param chain the network
  /// @param session reads from it; empty where it was not looked at yet, so that nobody is asked
  record Other(Chain chain, Optional<ChainSession> session) {}

  /// All of them, without practice: worthless money does not stand beside real. May block; asks
  /// nobody.
  List<Other> all();

  /// Turns the window to one.
  void look(ChainId chain);
}
