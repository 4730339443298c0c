package io.belay.core.rpc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Whom to ask, and how many must say the same.
final class Roster {
  /// Groups that are kept awake; the others join on disagreement or failure.
  static final int AWAKE = 3;

  // what is slower by less is no reason to leave the user's order
  private static final int SLOWER_MILLIS = 50;

  private Roster() {}

  /// Best first: no lies, no pauses, no failures, then in the order given.
  static List<Endpoint> best(Collection<Endpoint> endpoints) {
    return sorted(endpoints, Roster::doubt);
  }

  /// As [#best], and of those alike the ones that are much slower than the quickest last.
  static List<Endpoint> quickest(Collection<Endpoint> endpoints) {
    int quick = endpoints.stream().mapToInt(Roster::usual).min().orElse(0);
    return sorted(endpoints, e -> 2 * doubt(e) + (usual(e) > 2 * quick + SLOWER_MILLIS ? 1 : 0));
  }

  /// How much speaks against an endpoint now: whatever stands first here outweighs all that
  /// follows.
  private static int doubt(Endpoint endpoint) {
    Health health = endpoint.health();
    return (health.isAside() ? 32 : 0)
        + (health.mayAsk() ? 0 : 16)
        + (health.isOverdue() ? 8 : 0)
        + (health.isFailing() ? 4 : 0)
        + (endpoint.isLagging() ? 2 : 0)
        + (endpoint.isWitness() ? 0 : 1);
  }

  private record Ranked(Endpoint endpoint, int doubt) {}

  /// Each is looked at once, since its health may change meanwhile.
  private static List<Endpoint> sorted(
      Collection<Endpoint> endpoints, ToIntFunction<Endpoint> doubt) {
    return endpoints.stream()
        .map(endpoint -> new Ranked(endpoint, doubt.applyAsInt(endpoint)))
        .sorted(Comparator.comparingInt(Ranked::doubt))
        .map(Ranked::endpoint)
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
