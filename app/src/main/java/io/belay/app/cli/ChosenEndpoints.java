package io.belay.app.cli;

import io.belay.base.WalletException;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.store.EndpointChoices;
import java.util.List;

/// The endpoints of the network that a call means, and what was decided about them.
final class ChosenEndpoints {
  private final Invocation call;
  private final KnownNetwork network;

  ChosenEndpoints(Invocation call) {
    this(call, call.known());
  }

  /// Of another network than the one that is meant.
  ChosenEndpoints(Invocation call, KnownNetwork network) {
    this.call = call;
    this.network = network;
  }

  KnownNetwork network() {
    return network;
  }

  long chain() {
    return network.chain().id().value();
  }

  /// All, also those that are off.
  List<EndpointConfig> all() {
    return call.data().ways().all(network);
  }

  EndpointChoices choices() {
    return call.data().ways().endpoints().choices(chain());
  }

  /// Those that may be used.
  List<EndpointConfig> used() {
    return all().stream().filter(c -> c.enabled() && permits(c)).toList();
  }

  /// Whether the network's policy lets an endpoint through; practice leaves the computer nowhere.
  boolean permits(EndpointConfig config) {
    EndpointChoices choices = choices();
    return network.chain().practice()
        || EndpointPolicy.parse(choices.policy()).permits(config, choices.consented());
  }

  EndpointText text(EndpointConfig config, boolean reveal) {
    return new EndpointText(config, permits(config), isInReserve(config), reveal);
  }

  /// Whether it is given a transaction, and only when nobody else takes it.
  private boolean isInReserve(EndpointConfig config) {
    EndpointChoices choices = choices();
    return config.isReserve()
        && !EndpointPolicy.parse(choices.policy()).open(List.of(config), choices).isEmpty();
  }

  /// One by its id.
  ///
  /// @throws WalletException `unknown-endpoint`
  EndpointConfig find(String id) {
    return all().stream()
        .filter(config -> config.id().value().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new WalletException(
                "unknown-endpoint", "there is no such endpoint; `belay endpoint list` shows them"));
  }

  /// Refuses to change what the practice network consists of.
  ///
  /// @throws WalletException `practice-network`
  ChosenEndpoints real() {
    if (network.chain().practice()) {
      throw new WalletException(
          "practice-network",
          "the practice network has its own endpoints; name another by --chain or `network use`");
    }
    return this;
  }
}
