package io.belay.app.cli;

import io.belay.app.trust.Fetch;
import io.belay.base.ChainId;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.rpc.Transport;
import io.belay.core.store.EgressBook;
import io.belay.core.store.EndpointBook;
import io.belay.core.store.NetworkBook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ways to networks: what a person decided about them, and what is known of them.
public interface Ways {
  /// The networks that a person added.
  NetworkBook networks();

  /// What a person decided about endpoints.
  EndpointBook endpoints();

  /// Which endpoint was told which address.
  EgressBook egress();

  /// All endpoints of a network, also those that are off.
  List<EndpointConfig> all(KnownNetwork network);

  /// What carries requests to an endpoint. Nothing connects before it is asked to.
  Transport transport(EndpointConfig config);

  /// The SOCKS proxy through which endpoints out there are reached, where one is set.
  ///
  /// @throws io.belay.base.WalletException `bad-proxy` where the setting is damaged
  Optional<SocksProxy> proxy();

  /// Sets it, for every process on this data directory.
  ///
  /// @param typed such as `socks5://127.0.0.1:9050`; nothing for none
  /// @throws io.belay.base.WalletException `bad-proxy`
  void proxy(Optional<String> typed);

  /// What gets public documents, through the proxy where one is set. Nothing connects before it is
  /// asked to.
  Fetch documents();

  /// What connections of this process showed about a network's endpoints.
  Map<EndpointId, PeerFacts> facts(ChainId chain);
}
