package io.belay.app.networks;

import io.belay.base.ChainId;
import io.belay.core.chain.NetworkFile;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.LocalNodes;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/// What a person decides about networks. All may block; all but [#find] ask nobody anything, and
/// that asks this computer only. The practice network cannot be changed.
public interface NetworkDesk {
  /// The networks, practice first.
  List<NetworkLine> lines();

  /// Says which endpoints a network may use and begins to use it.
  ///
  /// @throws io.belay.base.WalletException `practice-network`, `unknown-network`
  void begin(ChainId chain, EndpointPolicy policy);

  /// Uses a network again about whose endpoints was decided before.
  ///
  /// @throws io.belay.base.WalletException `practice-network`, `unknown-network`,
  ///   `endpoints-undecided`
  void use(ChainId chain);

  /// Ceases to use a network: from then on it is not asked anything.
  ///
  /// @throws io.belay.base.WalletException `practice-network`, `unknown-network`,
  ///   `network-looked-at`, `network-in-use` while a transaction of it is under way
  void cease(ChainId chain);

  /// Adds a network, which is not used before it is turned on.
  ///
  /// @throws io.belay.base.WalletException `bad-chain-id`, `network-exists`, `network-name-taken`,
  ///   `bad-endpoint-url`, `plain-http`
  void add(NetworkFile file);

  /// Removes a network that was added.
  ///
  /// @throws io.belay.base.WalletException as [#cease], `built-in-network`
  void remove(ChainId chain);

  /// The places on this computer where [#find] looks.
  List<URI> places();

  /// Looks for a node of a network on this computer.
  ///
  /// @param told hears of each place as soon as it has answered, on threads of its own
  void find(ChainId chain, Consumer<LocalNodes.Answer> told) throws InterruptedException;

  /// Adds a node as the person's own.
  ///
  /// @throws io.belay.base.WalletException `endpoint-exists`, `practice-network`
  void addOwn(ChainId chain, URI node);
}
