package io.belay.core.send;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointTraits.Tracking;
import io.belay.core.rpc.SocksProxy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What each way out reveals and to whom, in plain words.
final class RungWords {
  static final String LAST_GOOD_DNS =
      "Nothing new to anybody: the same endpoints, at the last addresses that their names were"
          + " known to have. Whoever answers there must still prove the name by its certificate.";
  static final String PROXY_RESOLVES =
      "Names are looked up by the proxy; no resolver on this side learns any.";
  static final String LIFEBOAT =
      "Nothing leaves by Belay. Whoever gets the file or the picture sees sender, recipient and"
          + " amount and can send it, once; nobody can change it, and no key is in it.";

  private RungWords() {}

  static String of(Rung.Kind kind, List<EndpointConfig> endpoints, Optional<SocksProxy> proxy) {
    if (endpoints.stream().anyMatch(config -> config.kind() == Kind.PRACTICE)) {
      return "Nothing: the practice network is on this computer.";
    }
    String who = who(endpoints);
    String place = proxy.isEmpty() ? "your network address" : "the proxy's network address";
    return switch (kind) {
      case ORDINARY ->
          endpoints.isEmpty()
              ? "This network has no public endpoint here."
              : "The transaction, and so your account, together with "
                  + place
                  + ", to "
                  + who
                  + ". They tell everybody: it is public anyway."
                  + trackers(endpoints);
      case OWN_NODE ->
          endpoints.isEmpty()
              ? "With a node of your own nobody would learn who asks."
              : "Nothing to any provider. Your node passes the transaction on to other nodes, which"
                  + " may guess from its address that it began there.";
      case SEQUENCER ->
          endpoints.isEmpty()
              ? "This network has no such host here."
              : "The transaction together with "
                  + place
                  + " to "
                  + who
                  + ", who runs the network's sequencer and gets every transaction in any case."
                  + trackers(endpoints);
      case PRIVATE_RELAY ->
          endpoints.isEmpty()
              ? "This network has no such relay here."
              : "The transaction together with "
                  + place
                  + " to "
                  + who
                  + " and the block builders it shares with, before anybody else. It is in no public"
                  + " pool: only the relay can say whether it is on its way. It is asked only when no"
                  + " public endpoint took the transaction, never at the same time."
                  + trackers(endpoints);
      case LAST_GOOD_DNS -> LAST_GOOD_DNS;
      case PROXY -> proxy(proxy);
      case LIFEBOAT -> LIFEBOAT;
    };
  }

  static String proxy(Optional<SocksProxy> proxy) {
    String all =
        "The proxy learns when you send and to which endpoints, not what: the connections are"
            + " encrypted. The endpoints see the proxy's address instead of yours.";
    if (proxy.isEmpty()) {
      return all;
    }
    return all
        + (proxy.get().isolates()
            ? " Each endpoint has a circuit of its own, so that no exit of Tor's sees them together."
            : " With a log-in of your own all endpoints share one circuit.");
  }

  private static String who(List<EndpointConfig> endpoints) {
    return endpoints.stream()
        .map(EndpointConfig::operator)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String trackers(List<EndpointConfig> endpoints) {
    String names =
        who(endpoints.stream().filter(c -> c.traits().tracking() == Tracking.YES).toList());
    return names.isEmpty() ? "" : " By their own words these track their users: " + names + ".";
  }
}
