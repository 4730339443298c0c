package io.belay.core.practice;

import io.belay.base.WalletException;
import io.belay.core.practice.DrillScene.Kind;
import io.belay.core.practice.DrillScene.Need;
import io.belay.core.rpc.EndpointConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the scenes of a drill down, from who there is.
final class DrillScenes {
  private final List<EndpointConfig> endpoints;
  private final List<String> groups;

  DrillScenes(DrillNet net) {
    this.endpoints = net.endpoints();
    this.groups = List.copyOf(net.groups().keySet());
  }

  /// The calm one first, then all, or those of one fault.
  ///
  /// @throws WalletException `unknown-fault` for the fault of having none
  List<DrillScene> list(Optional<Fault> only) {
    List<DrillScene> all = new ArrayList<>();
    all.add(scene(Kind.CALM, Fault.OK, List.of()));
    all.addAll(only.isEmpty() ? usual() : of(only.get()));
    return all;
  }

  private List<DrillScene> of(Fault fault) {
    if (fault == Fault.OK) {
      throw new WalletException("unknown-fault", "name a fault that breaks something");
    }
    List<DrillScene> those = usual().stream().filter(s -> s.fault() == fault).toList();
    return those.isEmpty() ? each(Kind.FAULT, fault) : those;
  }

  private List<DrillScene> usual() {
    List<DrillScene> all = new ArrayList<>(each(Kind.CUT, Fault.REFUSE));
    for (int one = 0; one < groups.size(); one++) {
      for (int other = one + 1; other < groups.size(); other++) {
        List<String> pair = List.of(groups.get(one), groups.get(other));
        all.add(scene(Kind.PAIR, Fault.REFUSE, pair));
      }
    }
    all.add(scene(Kind.DNS, Fault.DNS, groups));
    if (groups.size() > 1) {
      all.add(scene(Kind.ALONE, Fault.REFUSE, allBut(survivor())));
    }
    all.addAll(each(Kind.LIAR, Fault.LYING));
    all.add(scene(Kind.STALE, Fault.STALE, List.of(groups.getFirst())));
    if (groups.size() > 1) {
      all.add(scene(Kind.LIMITED, Fault.TOO_MANY, allBut(survivor())));
    }
    return all;
  }

  private List<DrillScene> each(Kind kind, Fault fault) {
    return groups.stream().map(group -> scene(kind, fault, List.of(group))).toList();
  }

  private List<String> allBut(String group) {
    return groups.stream().filter(g -> !g.equals(group)).toList();
  }

  /// The own node's group; else the first that is a witness.
  private String survivor() {
    return endpoints.stream()
        .filter(e -> e.kind() == EndpointConfig.Kind.OWN)
        .findFirst()
        .or(() -> endpoints.stream().filter(DrillScenes::isWitness).findFirst())
        .orElse(endpoints.getFirst())
        .group();
  }

  private static boolean isWitness(EndpointConfig endpoint) {
    return endpoint.kind() != EndpointConfig.Kind.AGGREGATOR;
  }

  private DrillScene scene(Kind kind, Fault fault, List<String> broken) {
    List<EndpointConfig> whole =
        endpoints.stream().filter(e -> !broken.contains(e.group())).toList();
    long witnesses =
        whole.stream().filter(DrillScenes::isWitness).map(EndpointConfig::group).distinct().count();
    boolean own = whole.stream().anyMatch(e -> e.kind() == EndpointConfig.Kind.OWN);
    return new DrillScene(kind, fault, broken, need(witnesses, own, fault, broken.size()));
  }

  private static Need need(long witnesses, boolean own, Fault fault, int broken) {
    // half of those that answer tell another chain: neither side may be believed
    boolean evenlySplit = fault == Fault.FORKED && witnesses <= broken;
    if (witnesses == 0 || evenlySplit) {
      return Need.HONEST;
    }
    return own || witnesses >= 2 ? Need.KNOWN : Need.SINGLE;
  }
}
