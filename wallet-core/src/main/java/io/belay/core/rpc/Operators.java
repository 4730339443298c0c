package io.belay.core.rpc;

import io.belay.core.chain.KnownEndpoint;
import io.belay.core.chain.KnownNetwork;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who runs endpoints, as the data file tells it, by id, by name and by the domain of their
/// endpoints.
public final class Operators {
  private final Map<String, Operator> byName = new HashMap<>();
  private final Map<String, Operator> byDomain = new HashMap<>();

  private Operators() {}

  /// Who runs endpoints.
  ///
  /// @param id stable; the group of its endpoints
  /// @param name for people
  /// @param kind what its endpoints are
  /// @param tracking what it says about tracking, where all its endpoints say the same
  public record Operator(
      String id, String name, EndpointConfig.Kind kind, EndpointTraits.Tracking tracking) {}

  /// The operators of all endpoints of these networks.
  public static Operators of(List<KnownNetwork> networks) {
    Operators operators = new Operators();
    for (KnownNetwork network : networks) {
      network.endpoints().forEach(operators::add);
    }
    return operators;
  }

  private void add(KnownEndpoint known) {
    Operator operator =
        new Operator(
            known.operator(),
            known.operatorName(),
            EndpointConfig.Kind.of(known.operatorKind()),
            EndpointTraits.Tracking.of(known.tracking()));
    byName.putIfAbsent(key(operator.id()), operator);
    byName.putIfAbsent(key(operator.name()), operator);
    EndpointUrl.domain(known.url()).ifPresent(domain -> byDomain.putIfAbsent(domain, operator));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "");
  }

  /// The operator that a person calls so.
  Optional<Operator> named(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /// The operator whose domain an address is under.
  Optional<Operator> at(URI url) {
    return EndpointUrl.domain(url).map(byDomain::get);
  }
}
