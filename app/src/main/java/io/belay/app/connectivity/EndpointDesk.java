package io.belay.app.connectivity;

import io.belay.base.ChainId;
import io.belay.core.chain.Chain;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.EndpointProbe;
import io.belay.core.rpc.NewEndpoint;
import io.belay.core.rpc.SocksProxy;
import java.util.List;
import java.util.Optional;

/// What a person decides about the endpoints of networks, and what is known of them. All may block;
/// all but [#test] ask no endpoint anything. The practice network cannot be changed.
public interface EndpointDesk {
  /// The networks, practice first.
  List<Chain> networks();

  /// All about one network's endpoints, as it is now.
  NetworkSheet read(ChainId chain);

  /// Adds an endpoint.
  ///
  /// @throws io.belay.base.WalletException `bad-endpoint-url`, `plain-http`, `bad-name`,
  ///   `endpoint-exists`, `practice-network`
  void add(ChainId chain, NewEndpoint endpoint);

  /// Removes an endpoint that was added.
  ///
  /// @throws io.belay.base.WalletException `unknown-endpoint`, `practice-network`
  void remove(ChainId chain, EndpointId endpoint);

  /// Switches an endpoint on or off.
  ///
  /// @throws io.belay.base.WalletException `practice-network`
  void enable(ChainId chain, EndpointId endpoint, boolean on);

  /// Decides which endpoints a network may use at all.
  ///
  /// @param consented whether others than the person's own may be used, where the policy is to ask
  /// @throws io.belay.base.WalletException `practice-network`
  void decide(ChainId chain, EndpointPolicy policy, boolean consented);

  /// The proxy through which endpoints out there are reached, where one is set.
  ///
  /// @throws io.belay.base.WalletException `bad-proxy` where the setting is damaged
  Optional<SocksProxy> proxy();

  /// Sets it, for all networks and at once.
  ///
  /// @param typed such as `socks5://127.0.0.1:9050`; nothing for none
  /// @throws io.belay.base.WalletException `bad-proxy`
  void proxy(Optional<String> typed);

  /// Asks an endpoint what it serves and what it can do. Names no address.
  ///
  /// @throws io.belay.base.WalletException `unknown-endpoint`, `policy-forbids`
  EndpointProbe.Report test(ChainId chain, EndpointId endpoint) throws InterruptedException;
}
