package io.belay.core.send;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointTraits.Tracking;
import io.belay.core.rpc.SocksProxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a way out reveals and to whom; the sentences are the app's.
///
/// @param code what
/// @param operators to whom, each once
/// @param proxied whether they see the proxy's network address in the place of the user's
/// @param trackers those of them that say themselves that they track their users
public record Reveals(Code code, List<String> operators, boolean proxied, List<String> trackers) {

  /// Copies the lists.
  public Reveals {
    operators = List.copyOf(operators);
    trackers = List.copyOf(trackers);
  }

  /// What is revealed.
  public enum Code {
    /// Nothing: the practice network is on this computer.
    PRACTICE,
    /// The transaction and the network address, to public endpoints.
    ORDINARY,
    /// There is no public endpoint.
    NO_ORDINARY,
    /// To other nodes that it began at the user's.
    OWN_NODE,
    /// There is no own node.
    NO_OWN_NODE,
    /// Nothing new: the same endpoints at their last good addresses.
    LAST_GOOD_DNS,
    /// No name, as the proxy looks them up.
    PROXY_RESOLVES,
    /// The transaction and the network address, to who runs the sequencer.
    SEQUENCER,
    /// There is no such host.
    NO_SEQUENCER,
    /// The transaction and the network address, to a relay and those it shares with.
    PRIVATE_RELAY,
    /// There is no relay.
    NO_PRIVATE_RELAY,
    /// To a proxy: when and to which endpoints something is sent.
    PROXY,
    /// As before, each endpoint by a circuit of its own.
    PROXY_ISOLATED,
    /// As before, all endpoints by one circuit.
    PROXY_SHARED,
    /// The transaction, to whoever is given it.
    LIFEBOAT;

    /// The stable word, such as `private-relay`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// To nobody in particular.
  static Reveals of(Code code) {
    return new Reveals(code, List.of(), false, List.of());
  }

  /// By endpoints.
  static Reveals of(Rung.Kind kind, List<EndpointConfig> endpoints, Optional<SocksProxy> proxy) {
    if (endpoints.stream().anyMatch(config -> config.kind() == Kind.PRACTICE)) {
      return of(Code.PRACTICE);
    }
    boolean none = endpoints.isEmpty();
    return switch (kind) {
      case ORDINARY -> told(none ? Code.NO_ORDINARY : Code.ORDINARY, endpoints, proxy);
      case OWN_NODE -> told(none ? Code.NO_OWN_NODE : Code.OWN_NODE, endpoints, proxy);
      case SEQUENCER -> told(none ? Code.NO_SEQUENCER : Code.SEQUENCER, endpoints, proxy);
      case PRIVATE_RELAY ->
          told(none ? Code.NO_PRIVATE_RELAY : Code.PRIVATE_RELAY, endpoints, proxy);
      case LAST_GOOD_DNS -> of(Code.LAST_GOOD_DNS);
      case PROXY -> proxy(proxy);
      case LIFEBOAT -> of(Code.LIFEBOAT);
    };
  }

  private static Reveals told(
      Code code, List<EndpointConfig> endpoints, Optional<SocksProxy> proxy) {
    List<EndpointConfig> tracking =
        endpoints.stream().filter(c -> c.traits().tracking() == Tracking.YES).toList();
    return new Reveals(code, operators(endpoints), proxy.isPresent(), operators(tracking));
  }

  static Reveals proxy(Optional<SocksProxy> proxy) {
    Optional<Code> known = proxy.map(p -> p.isolates() ? Code.PROXY_ISOLATED : Code.PROXY_SHARED);
    return of(known.orElse(Code.PROXY));
  }

  private static List<String> operators(List<EndpointConfig> endpoints) {
    return endpoints.stream().map(EndpointConfig::operator).distinct().toList();
  }
}
