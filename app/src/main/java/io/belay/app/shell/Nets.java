package io.belay.app.shell;

import io.belay.app.networks.NetworkDesk;
import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import java.util.List;

/// The networks of the window. One is looked at; whichever was opened is tracked until the window
/// closes, so that what was sent there goes on.
public interface Nets {
  /// Whether the one that is looked at is the practice network; known before it is open.
  boolean isPractice();

  /// The one that is looked at. Opens it the first time, and may block then.
  Net current();

  /// The networks that a person uses, practice among them. May block; asks nobody.
  List<Chain> used();

  /// Looks at a network; the first time it is opened. May block.
  ///
  /// @throws io.belay.base.WalletException `unknown-network`, `network-not-used` before a person
  ///   said that they use it
  Net open(ChainId chain);

  /// The networks that were opened, whichever is looked at. Asks nobody.
  List<Net> opened();

  /// What a person decides about the networks.
  NetworkDesk desk();
}
