package io.belay.core.rpc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom to ask, and how many must say the same.
final class Roster {
  /// Groups that are kept awake; the others join on disagreement or failure.
  static final int AWAKE = 3;

  // what is slower by less is no reason to leave the user's order
  private static final int SLOWER_MILLIS = 50;

  private static final Comparator<Endpoint> TRUST =
      Comparator.comparing((Endpoint e) -> e.health().isAside())
          .thenComparing(e -> !e.health().mayAsk())
          .thenComparing(e -> e.health().isOverdue())
          .thenComparing(e -> e.health().isFailing())
          .thenComparing(Endpoint::isLagging)
          .thenComparing(e -> !e.isWitness());

  private Roster() {}

  /// Best first: no lies, no pauses, no failures, then in the order given.
  static List<Endpoint> best(Collection<Endpoint> endpoints) {
    return endpoints.stream().sorted(TRUST).toList();
  }

  /// As [#best], and of those alike the ones that are much slower than the quickest last.
  static List<Endpoint> quickest(Collection<Endpoint> endpoints) {
    int quick = endpoints.stream().mapToInt(Roster::usual).min().orElse(0);
    return endpoints.stream()
        .sorted(TRUST.thenComparing(e -> usual(e) > 2 * quick + SLOWER_MILLIS))
        .toList();
  }

  private static int usual(Endpoint endpoint) {
    return endpoint.health().percentile(50).orElse(0);
  }

  /// The best endpoint of each group, for so many groups; own nodes come on top of the number.
  static List<Endpoint> witnesses(Collection<Endpoint> endpoints, int groups) {
    Map<String, Endpoint> first = new LinkedHashMap<>();
    best(endpoints).forEach(e -> first.putIfAbsent(e.group(), e));
    List<Endpoint> chosen = new ArrayList<>();
    int others = 0;
    for (Endpoint endpoint : first.values()) {
      if (endpoint.isTrusted() || others++ < groups) {
        chosen.add(endpoint);
      }
    }
    return chosen;
  }

  /// The groups of some endpoints; where independent witnesses are among them, only those count.
  static Set<String> groups(Collection<Endpoint> endpoints) {
    Set<String> independent = groupsOf(endpoints.stream().filter(Endpoint::isWitness).toList());
    return independent.isEmpty() ? groupsOf(endpoints) : independent;
  }

  private static Set<String> groupsOf(Collection<Endpoint> endpoints) {
    return endpoints.stream().map(Endpoint::group).collect(Collectors.toSet());
  }

  /// How many groups must say the same so that fewer liars than half of those asked fool nobody.
  ///
  /// @param live groups that are asked and not known to be gone
  static int quorum(int live) {
    return Math.max(1, Math.min(AWAKE, live / 2 + 1));
  }
}
