package io.belay.core.rpc;

import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointTraits.Tracking;
import io.belay.core.rpc.EndpointTraits.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// How independent a network's endpoints are of each other, as far as it can be seen. Nothing here
/// changes a vote: groups are merged only if a person says so.
///
/// The effective redundancy is the number of groups that can fail one by one: groups of witnesses,
/// counted as one where their endpoints lie in one address range that is not a delivery network's,
/// since they then share a site or a host. Aggregators add nothing, but where there is nothing else
/// they are one way. A shared delivery network, certificate issuer or node software is shown and
/// not counted: most public endpoints share one, and it takes a fault of theirs, not of an
/// operator.
///
/// @param endpoints that are used
/// @param groups of them
/// @param effective how many can fail one by one
/// @param together what several of them share
/// @param unproven endpoints whose independence nothing proves
/// @param additions what would help, the best first
public record Independence(
    int endpoints,
    int groups,
    int effective,
    List<Shared> together,
    List<EndpointId> unproven,
    List<Addition> additions) {
  /// Copies the lists.
  public Independence {
    together = List.copyOf(together);
    unproven = List.copyOf(unproven);
    additions = List.copyOf(additions);
  }

  /// What endpoints can share.
  public enum Bond {
    /// Who runs them: one vote.
    OPERATOR,
    /// The range of addresses.
    PREFIX,
    /// The delivery network in front.
    CDN,
    /// Who issued the certificates.
    ISSUER,
    /// The node software.
    CLIENT,
    /// They forward to others, perhaps to those that are asked as well.
    FORWARDS;

    /// The word the command line uses.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Endpoints that fail together.
  ///
  /// @param bond what they share
  /// @param what its name
  /// @param endpoints who
  public record Shared(Bond bond, String what, List<EndpointId> endpoints) {
    /// Copies the endpoints.
    public Shared {
      endpoints = List.copyOf(endpoints);
    }
  }

  /// An endpoint that would make the network more independent.
  ///
  /// @param operator who runs it; empty for a node of one's own
  /// @param endpoint which one to switch on; empty for a node of one's own
  public record Addition(Optional<String> operator, Optional<EndpointId> endpoint) {
    /// A node of one's own: it shares nothing with anybody.
    static final Addition OWN_NODE = new Addition(Optional.empty(), Optional.empty());
  }

  /// Judges a network.
  ///
  /// @param used endpoints in use
  /// @param known all endpoints of the network, from which additions are chosen
  /// @param facts what connections showed, as far as there were any
  public static Independence of(
      List<EndpointConfig> used, List<EndpointConfig> known, Map<EndpointId, PeerFacts> facts) {
    return new Independence(
        used.size(),
        (int) used.stream().map(EndpointConfig::group).distinct().count(),
        effective(used, facts),
        together(used, facts),
        used.stream().filter(c -> c.traits().unproven()).map(EndpointConfig::id).toList(),
        additions(used, known, facts));
  }

  private static int effective(List<EndpointConfig> used, Map<EndpointId, PeerFacts> facts) {
    Map<String, String> parents = new HashMap<>();
    Map<String, String> ranges = new HashMap<>();
    for (EndpointConfig config : used) {
      if (config.isWitness()) {
        parents.putIfAbsent(config.group(), config.group());
        ownRange(config, facts)
            .ifPresent(range -> {
              String first = ranges.putIfAbsent(range, config.group());
              if (first != null) {
                parents.put(root(first, parents), root(config.group(), parents));
              }
            });
      }
    }
    long roots = parents.entrySet().stream().filter(e -> e.getKey().equals(e.getValue())).count();
    return roots == 0 && !used.isEmpty() ? 1 : (int) roots;
  }

  private static String root(String group, Map<String, String> parents) {
    String parent = Objects.requireNonNull(parents.get(group), group);
    return parent.equals(group) ? group : root(parent, parents);
  }

  /// Its range of addresses, unless that is a delivery network's.
  private static Optional<String> ownRange(
      EndpointConfig config, Map<EndpointId, PeerFacts> facts) {
    return Optional.ofNullable(facts.get(config.id()))
        .filter(known -> known.cdn().isEmpty())
        .flatMap(PeerFacts::prefix);
  }

  private static List<Shared> together(
      List<EndpointConfig> used, Map<EndpointId, PeerFacts> facts) {
    List<Shared> all = new ArrayList<>();
    shared(used, Bond.OPERATOR, c -> Optional.of(c.group()), 1, all);
    shared(used, Bond.PREFIX, c -> fact(c, facts, PeerFacts::prefix), 2, all);
    shared(used, Bond.CDN, c -> fact(c, facts, PeerFacts::cdn), 2, all);
    shared(used, Bond.ISSUER, c -> fact(c, facts, PeerFacts::issuer), 2, all);
    shared(used, Bond.CLIENT, c -> fact(c, facts, PeerFacts::client), 2, all);
    for (EndpointConfig config : used) {
      if (!config.isWitness()) {
        all.add(new Shared(Bond.FORWARDS, config.operator(), List.of(config.id())));
      }
    }
    return all;
  }

  private static Optional<String> fact(
      EndpointConfig config,
      Map<EndpointId, PeerFacts> facts,
      Function<PeerFacts, Optional<String>> which) {
    return Optional.ofNullable(facts.get(config.id())).flatMap(which);
  }

  /// @param leastGroups how many groups must share it to be told; what one group shares goes
  ///   without saying
  private static void shared(
      List<EndpointConfig> used,
      Bond bond,
      Function<EndpointConfig, Optional<String>> what,
      int leastGroups,
      List<Shared> into) {
    Map<String, List<EndpointConfig>> by = new TreeMap<>();
    for (EndpointConfig config : used) {
      what.apply(config)
          .ifPresent(name -> by.computeIfAbsent(name, n -> new ArrayList<>()).add(config));
    }
    by.forEach((name, sharers) -> {
      long groups = sharers.stream().map(EndpointConfig::group).distinct().count();
      if (sharers.size() > 1 && groups >= leastGroups) {
        into.add(new Shared(bond, name, sharers.stream().map(EndpointConfig::id).toList()));
      }
    });
  }

  private static List<Addition> additions(
      List<EndpointConfig> used, List<EndpointConfig> known, Map<EndpointId, PeerFacts> facts) {
    List<Addition> additions = new ArrayList<>();
    if (used.stream().noneMatch(c -> c.kind() == Kind.OWN)) {
      additions.add(Addition.OWN_NODE);
    }
    Set<String> groups = new HashSet<>(used.stream().map(EndpointConfig::group).toList());
    known.stream()
        .filter(c -> c.kind() == Kind.PROVIDER && !groups.contains(c.group()))
        .filter(c -> c.traits().tracking() != Tracking.YES)
        .filter(c -> c.traits().uses().containsAll(List.of(Use.READ, Use.BROADCAST)))
        .filter(c -> sharesNothing(c, used, facts))
        .min(Comparator.comparing(c -> c.traits().tracking() != Tracking.NONE))
        .ifPresent(
            c -> additions.add(new Addition(Optional.of(c.operator()), Optional.of(c.id()))));
    return additions;
  }

  private static boolean sharesNothing(
      EndpointConfig candidate, List<EndpointConfig> used, Map<EndpointId, PeerFacts> facts) {
    Optional<String> range = fact(candidate, facts, PeerFacts::prefix);
    Optional<String> cdn = fact(candidate, facts, PeerFacts::cdn);
    return used.stream()
        .noneMatch(c ->
            isSame(range, fact(c, facts, PeerFacts::prefix))
                || isSame(cdn, fact(c, facts, PeerFacts::cdn)));
  }

  /// Whether both are known and equal.
  private static boolean isSame(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }
}
