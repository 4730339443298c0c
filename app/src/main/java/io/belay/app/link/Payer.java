package io.belay.app.link;

import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.money.PaymentUri;
import java.util.Optional;

/// The open wallet, as links need it.
public interface Payer {
  /// The network that is looked at; empty while no vault is open.
  Optional<Chain> network();

  /// What a network is called here; empty where it is not used.
  Optional<String> name(ChainId chain);

  /// Turns to a network, or says why not.
  void turn(ChainId chain);

  /// Whether it is known what is in the form, so that nothing in it is lost to a link.
  ///
  /// @param later done once it is known, where it is not yet
  boolean isKnown(Runnable later);

  /// Leads to the form with a payment filled in.
  ///
  /// @param over whether it may take the place of what is typed there
  /// @return whether it was filled in
  boolean fill(PaymentUri asked, boolean over);
}
