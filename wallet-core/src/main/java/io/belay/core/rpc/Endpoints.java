package io.belay.core.rpc;

import io.belay.base.ChainId;
import io.belay.core.chain.KnownEndpoint;
import io.belay.core.chain.KnownNetwork;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointTraits.Tracking;
import io.belay.core.rpc.EndpointTraits.Use;
import io.belay.core.store.EndpointChoices;
import io.belay.core.store.EndpointRow;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The endpoints of a network: those of the data file and those that a person added, as that person
/// decided about them, each in its group (connectivity.md, "Groups").
///
/// A group is an operator of the data file, by the name that was given or by the domain; else the
/// operator that was given; else the registrable domain; else, for an address without one,
/// `host:port` on its own, whose independence nothing proves. Endpoints under one domain are one
/// group whatever they were called. Names only ever join groups: saying that two are independent is
/// for nobody.
public final class Endpoints {
  private Endpoints() {}

  /// All endpoints, also those that are off: the user's own nodes first, then as they were listed.
  ///
  /// @param network with its built-in endpoints
  /// @param choices what a person decided
  /// @param operators of all networks, so that one is recognised on any of them
  public static List<EndpointConfig> of(
      KnownNetwork network, EndpointChoices choices, Operators operators) {
    List<EndpointConfig> all = new ArrayList<>(builtIn(network));
    for (EndpointRow row : choices.added()) {
      all.add(added(network.chain().id(), row, operators));
    }
    List<EndpointConfig> grouped = choices.added().isEmpty() ? all : underOneDomain(all);
    return grouped.stream()
        .map(config -> config.in(merged(config.group(), choices.merges())))
        .map(config -> decided(config, choices))
        .sorted(Comparator.comparing(config -> config.kind() != Kind.OWN))
        .toList();
  }

  private static EndpointConfig decided(EndpointConfig config, EndpointChoices choices) {
    Boolean on = choices.enabled().get(config.id().value());
    return on == null ? config : config.chosen(on);
  }

  /// Named by their operators, first come first named: `publicnode`, `publicnode-2`. On to begin
  /// with: one endpoint of each operator that reads and broadcasts by itself, unless it is labelled
  /// as tracking.
  private static List<EndpointConfig> builtIn(KnownNetwork network) {
    List<EndpointConfig> configs = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Set<String> on = new java.util.HashSet<>();
    for (KnownEndpoint known : network.endpoints()) {
      int nth = seen.merge(known.operator(), 1, Integer::sum);
      EndpointTraits traits = traits(known);
      Kind kind = Kind.of(known.operatorKind());
      boolean good =
          kind == Kind.PROVIDER
              && traits.tracking() != Tracking.YES
              && traits.uses().containsAll(EnumSet.of(Use.READ, Use.BROADCAST));
      configs.add(
          new EndpointConfig(
              new EndpointId(nth == 1 ? known.operator() : known.operator() + "-" + nth),
              network.chain().id(),
              known.url(),
              known.operatorName(),
              known.operator(),
              kind,
              good && on.add(known.operator()),
              traits));
    }
    return configs;
  }

  private static EndpointTraits traits(KnownEndpoint known) {
    return new EndpointTraits(
        Tracking.of(known.tracking()),
        Use.of(known.uses()),
        SecretHeaders.NONE,
        false,
        false,
        false);
  }

  private static EndpointConfig added(ChainId chain, EndpointRow row, Operators operators) {
    URI url = URI.create(row.url());
    Optional<Operators.Operator> known =
        operators.at(url).or(() -> operators.named(row.operator()));
    Optional<String> said = Optional.of(row.operator()).filter(name -> !name.isBlank());
    Optional<String> domain = EndpointUrl.domain(url);
    Optional<String> group =
        known.map(Operators.Operator::id).or(() -> said.map(Endpoints::slug)).or(() -> domain);
    String place = EndpointUrl.isSocket(url) ? row.id() : url.getHost() + ":" + port(url);
    EndpointTraits traits =
        new EndpointTraits(
            known.map(Operators.Operator::tracking).orElse(Tracking.UNLABELLED),
            row.sendsOnly() ? EnumSet.of(Use.BROADCAST_ONLY) : EndpointTraits.PLAIN.uses(),
            SecretHeaders.parse(row.headers()),
            true,
            true,
            group.isEmpty());
    return new EndpointConfig(
        new EndpointId(row.id()),
        chain,
        url,
        said.or(() -> known.map(Operators.Operator::name)).or(() -> domain).orElse(place),
        group.orElse(place),
        row.own() ? Kind.OWN : known.map(Operators.Operator::kind).orElse(Kind.PROVIDER),
        true,
        traits);
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return "http".equals(url.getScheme()) ? 80 : 443;
  }

  private static String slug(String operator) {
    String slug = operator.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return slug.replaceAll("^-|-$", "");
  }

  /// Whoever registered a domain runs all that is under it: the first group found there has them.
  private static List<EndpointConfig> underOneDomain(List<EndpointConfig> all) {
    Map<String, String> groups = new HashMap<>();
    List<EndpointConfig> named = new ArrayList<>(all);
    named.sort(Comparator.comparing(config -> isDomainOnly(config)));
    for (EndpointConfig config : named) {
      EndpointUrl.domain(config.url())
          .ifPresent(domain -> groups.putIfAbsent(domain, config.group()));
    }
    return all.stream()
        .map(config ->
            !config.traits().added()
                ? config
                : EndpointUrl.domain(config.url())
                    .map(domain -> config.in(groups.getOrDefault(domain, config.group())))
                    .orElse(config))
        .toList();
  }

  private static boolean isDomainOnly(EndpointConfig config) {
    return EndpointUrl.domain(config.url()).filter(config.group()::equals).isPresent();
  }

  /// Follows the merges to their end; the book lets no circle arise.
  private static String merged(String group, Map<String, String> merges) {
    String now = group;
    for (int i = 0; i < merges.size() && merges.containsKey(now); i++) {
      now = merges.getOrDefault(now, now);
    }
    return now;
  }
}
