package io.belay.core.rpc;

import io.belay.base.ChainId;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.store.EndpointChoices;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// One URL with its policy. The URL's path, query and user info may carry a key and are secrets:
/// show [#shownUrl], as the record's own text does.
///
/// @param id stable name
/// @param chainId the chain it is meant to serve
/// @param url where it is; `practice:` for the practice network, `ipc:` for a socket
/// @param operator who runs it, for people
/// @param group endpoints of one group can fail or lie together and have one vote
/// @param kind what it is
/// @param enabled whether it may be used
/// @param traits what else is known about it
public record EndpointConfig(
    EndpointId id,
    ChainId chainId,
    URI url,
    String operator,
    String group,
    Kind kind,
    boolean enabled,
    EndpointTraits traits) {

  /// An endpoint about which nothing special is known.
  public EndpointConfig(
      EndpointId id,
      ChainId chainId,
      URI url,
      String operator,
      String group,
      Kind kind,
      boolean enabled) {
    this(id, chainId, url, operator, group, kind, enabled, EndpointTraits.PLAIN);
  }

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
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of an operator of the data file. A relay forwards to others as an aggregator does.
    static Kind of(String operatorKind) {
      return switch (operatorKind) {
        case "aggregator", "relay" -> AGGREGATOR;
        default -> PROVIDER;
      };
    }
  }

  /// The built-in endpoints of a registered network, as they are before a person decided anything.
  public static List<EndpointConfig> of(KnownNetwork network) {
    return Endpoints.of(network, EndpointChoices.NONE, Operators.of(List.of(network)));
  }

  /// Whether its word counts beside the others': an aggregator may have asked one of them.
  public boolean isWitness() {
    return kind != Kind.AGGREGATOR;
  }

  /// Whether it is given a transaction only when nobody else took it: a private relay, which is not
  /// mixed with those who tell everybody, and a sequencer's door that nobody switched on.
  public boolean isReserve() {
    return traits.isPrivate() || (!traits.reads() && !enabled);
  }

  /// The same, switched on or off by a person.
  EndpointConfig chosen(boolean on) {
    return new EndpointConfig(id, chainId, url, operator, group, kind, on, traits.chosen(on));
  }

  /// The same in another group.
  EndpointConfig in(String other) {
    return new EndpointConfig(id, chainId, url, operator, other, kind, enabled, traits);
  }

  /// Scheme and host, without anything that may be a key.
  public String shownUrl() {
    if (url.getHost() == null) {
      return url.getScheme() + ":" + id;
    }
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String path = url.getPath();
    boolean bare =
        url.getQuery() == null
            && url.getUserInfo() == null
            && (path == null || path.isEmpty() || path.equals("/"));
    return url.getScheme() + "://" + url.getHost() + port + (bare ? "" : "/…");
  }

  @Override
  public String toString() {
    return "EndpointConfig["
        + String.join(", ", id.value(), shownUrl(), operator, group, kind.word())
        + (enabled ? "]" : ", off]");
  }
}
