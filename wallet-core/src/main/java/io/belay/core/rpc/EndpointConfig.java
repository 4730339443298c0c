package io.belay.core.rpc;

import io.belay.base.ChainId;
import io.belay.core.chain.KnownEndpoint;
import io.belay.core.chain.KnownNetwork;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One URL with its policy. The URL's path, query and user info may carry a key and are secrets:
/// show [#shownUrl].
///
/// @param id stable name
/// @param chainId the chain it is meant to serve
/// @param url where it is; `practice:` for the practice network
/// @param operator who runs it, for people
/// @param group endpoints of one group can fail or lie together and have one vote
/// @param kind what it is
/// @param enabled whether it may be used
public record EndpointConfig(
    EndpointId id,
    ChainId chainId,
    URI url,
    String operator,
    String group,
    Kind kind,
    boolean enabled) {

  /// What an endpoint is.
  public enum Kind {
    /// A provider's own gateway.
    PROVIDER,
    /// Routes to others: never an extra witness.
    AGGREGATOR,
    /// The user's own node.
    OWN,
    /// Part of the practice network.
    PRACTICE;

    /// The word the command line uses.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The endpoints of a registered network that answer reads and take broadcasts, first come first
  /// named: `publicnode`, `publicnode-2`. One operator is one group; private relays and aggregators
  /// that only forward are not asked to begin with, so that each vote is one witness.
  public static List<EndpointConfig> of(KnownNetwork network) {
    List<EndpointConfig> configs = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (KnownEndpoint known : network.endpoints()) {
      if (known.uses().containsAll(List.of("read", "broadcast"))) {
        int nth = seen.merge(known.operator(), 1, Integer::sum);
        Kind kind = known.operatorKind().equals("aggregator") ? Kind.AGGREGATOR : Kind.PROVIDER;
        configs.add(
            new EndpointConfig(
                new EndpointId(nth == 1 ? known.operator() : known.operator() + "-" + nth),
                network.chain().id(),
                known.url(),
                known.operatorName(),
                known.operator(),
                kind,
                kind == Kind.PROVIDER && nth == 1));
      }
    }
    return List.copyOf(configs);
  }

  /// Scheme and host, without anything that may be a key.
  public String shownUrl() {
    if (url.getHost() == null) {
      return url.getScheme() + ":" + id;
    }
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String path = url.getPath();
    boolean bare = url.getQuery() == null && (path == null || path.isEmpty() || path.equals("/"));
    return url.getScheme() + "://" + url.getHost() + port + (bare ? "" : "/…");
  }
}
