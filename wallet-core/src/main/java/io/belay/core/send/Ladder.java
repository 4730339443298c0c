package io.belay.core.send;

import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.SocksProxy;
import io.belay.core.send.Rung.Standing;
import io.belay.core.store.EndpointChoices;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// All the ways out for a transaction, best first: what Belay tries by itself as far as the user's
/// policy allows, and what is left to the user. Nothing is asked to make one.
///
/// @param rungs in order
public record Ladder(List<Rung> rungs) {

  /// Copies the rungs.
  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /// What a ladder is made of.
  ///
  /// @param endpoints all of the network, also those that are off
  /// @param choices what the user decided about them
  /// @param proxy the user's proxy, where one is set
  /// @param practice whether the network is the practice network, which no policy is about
  public record Ground(
      List<EndpointConfig> endpoints,
      EndpointChoices choices,
      Optional<SocksProxy> proxy,
      boolean practice) {
    /// Copies the endpoints.
    public Ground {
      endpoints = List.copyOf(endpoints);
    }

    private Set<EndpointId> open() {
      List<EndpointConfig> open =
          practice ? endpoints : EndpointPolicy.parse(choices.policy()).open(endpoints, choices);
      return open.stream().map(EndpointConfig::id).collect(Collectors.toSet());
    }
  }

  /// The ladder for one transaction.
  ///
  /// @param attempts what endpoints said to it so far
  public static Ladder of(Ground ground, List<AttemptRow> attempts) {
    Builder builder = new Builder(ground, ground.open(), attempts);
    List<Rung> rungs = new ArrayList<>();
    rungs.add(builder.over(Rung.Kind.ORDINARY, Ladder::isOrdinary));
    rungs.add(builder.over(Rung.Kind.OWN_NODE, config -> config.kind() == Kind.OWN));
    rungs.add(builder.lastGoodDns());
    rungs.add(builder.over(Rung.Kind.SEQUENCER, Ladder::isSequencer));
    rungs.add(builder.over(Rung.Kind.PRIVATE_RELAY, config -> config.traits().isPrivate()));
    rungs.add(builder.proxy());
    rungs.add(
        new Rung(
            Rung.Kind.LIFEBOAT,
            Standing.OPEN,
            List.of(),
            Reveals.of(Reveals.Code.LIFEBOAT),
            List.of()));
    return new Ladder(rungs);
  }

  private static boolean isOrdinary(EndpointConfig config) {
    return config.kind() != Kind.OWN && config.traits().reads() && !config.traits().isPrivate();
  }

  private static boolean isSequencer(EndpointConfig config) {
    return config.kind() != Kind.OWN && !config.traits().reads() && !config.traits().isPrivate();
  }

  /// Whether an endpoint holds the transaction.
  public boolean isHeld() {
    return rungs.stream().anyMatch(rung -> rung.standing() == Standing.HOLDS);
  }

  /// One rung.
  public Rung rung(Rung.Kind kind) {
    return rungs.stream().filter(rung -> rung.kind() == kind).findFirst().orElseThrow();
  }

  private record Builder(Ground ground, Set<EndpointId> open, List<AttemptRow> attempts) {

    Rung over(Rung.Kind kind, Predicate<EndpointConfig> belongs) {
      List<EndpointConfig> all = ground.endpoints().stream().filter(belongs).toList();
      List<EndpointConfig> usable = all.stream().filter(c -> open.contains(c.id())).toList();
      List<EndpointConfig> shown = usable.isEmpty() ? all : usable;
      List<AttemptRow> tried = tried(all);
      boolean bare = all.isEmpty();
      Standing shut = bare ? Standing.ABSENT : Standing.BARRED;
      Standing standing = usable.isEmpty() && tried.isEmpty() ? shut : standing(tried);
      return new Rung(kind, standing, shown, Reveals.of(kind, shown, ground.proxy()), tried);
    }

    private List<AttemptRow> tried(List<EndpointConfig> endpoints) {
      Set<EndpointId> ids = endpoints.stream().map(EndpointConfig::id).collect(Collectors.toSet());
      return attempts.stream().filter(row -> ids.contains(row.endpoint())).toList();
    }

    private static Standing standing(List<AttemptRow> tried) {
      if (tried.stream().anyMatch(Ladder::holds)) {
        return Standing.HOLDS;
      }
      return tried.isEmpty() ? Standing.OPEN : Standing.TRIED;
    }

    /// It is part of every connection that is made without a proxy.
    Rung lastGoodDns() {
      List<EndpointConfig> named = remote();
      List<AttemptRow> failed =
          tried(named).stream().filter(row -> row.kind().equals("dns")).toList();
      boolean here = !named.isEmpty() && ground.proxy().isEmpty();
      Standing standing = failed.isEmpty() ? Standing.OPEN : Standing.TRIED;
      return new Rung(
          Rung.Kind.LAST_GOOD_DNS,
          here ? standing : Standing.ABSENT,
          List.of(),
          Reveals.of(
              ground.proxy().isEmpty() ? Reveals.Code.LAST_GOOD_DNS : Reveals.Code.PROXY_RESOLVES),
          here ? failed : List.of());
    }

    /// Once set, the proxy is under all the other rungs.
    Rung proxy() {
      List<EndpointConfig> remote = remote();
      boolean set = ground.proxy().isPresent() && !remote.isEmpty();
      List<AttemptRow> tried = set ? tried(remote) : List.of();
      return new Rung(
          Rung.Kind.PROXY,
          set ? standing(tried) : Standing.ABSENT,
          set ? remote : List.of(),
          Reveals.proxy(ground.proxy()),
          tried);
    }

    /// Open endpoints out there.
    private List<EndpointConfig> remote() {
      Set<EndpointId> seen = new HashSet<>(open);
      return ground.endpoints().stream()
          .filter(c -> seen.contains(c.id()) && !SocksProxy.isBypassedBy(c.url()))
          .toList();
    }
  }

  private static boolean holds(AttemptRow row) {
    return row.seen()
        || row.outcome().equals(new BroadcastOutcome.Accepted().word())
        || row.outcome().equals(new BroadcastOutcome.AlreadyKnown().word());
  }
}
