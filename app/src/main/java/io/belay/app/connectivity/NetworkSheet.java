package io.belay.app.connectivity;

import io.belay.core.chain.Chain;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.Independence;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.store.EgressRow;
import io.belay.core.store.EndpointChoices;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// All about one network's endpoints at one moment.
///
/// @param chain the network
/// @param endpoints all of them, also those that are off
/// @param policy which of them may be used at all
/// @param consented whether others than the person's own may be used, where the policy is to ask
/// @param reserve those that get a transaction only where nobody else takes it
/// @param independence of those in use
/// @param egress which of them was told which address
public record NetworkSheet(
    Chain chain,
    List<EndpointConfig> endpoints,
    EndpointPolicy policy,
    boolean consented,
    Set<EndpointId> reserve,
    Independence independence,
    List<EgressRow> egress) {
  /// Copies the lists.
  public NetworkSheet {
    endpoints = List.copyOf(endpoints);
    reserve = Set.copyOf(reserve);
    egress = List.copyOf(egress);
  }

  /// Where an endpoint stands.
  public enum Standing {
    /// It is asked.
    USED,
    /// It is switched off.
    OFF,
    /// It is on, and the policy wants a yes first.
    WAITS,
    /// It is on, and the policy keeps it out.
    KEPT_OUT,
    /// It takes transactions and answers no question.
    SENDS_ONLY,
    /// It gets a transaction only where nobody else takes it.
    RESERVE;

    /// The word in the texts.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// Judges the endpoints by what was decided and by what connections showed.
  ///
  /// @param choices what was decided
  /// @param facts what connections showed, as far as there were any
  public static NetworkSheet of(
      Chain chain,
      List<EndpointConfig> endpoints,
      EndpointChoices choices,
      Map<EndpointId, PeerFacts> facts,
      List<EgressRow> egress) {
    EndpointPolicy policy = EndpointPolicy.parse(choices.policy());
    boolean consented = choices.consented();
    Set<EndpointId> reserve =
        policy.open(endpoints, choices).stream()
            .filter(EndpointConfig::isReserve)
            .map(EndpointConfig::id)
            .collect(Collectors.toSet());
    List<EndpointConfig> used =
        endpoints.stream()
            .filter(EndpointConfig::enabled)
            .filter(c -> chain.practice() || policy.permits(c, consented))
            .filter(c -> c.traits().reads())
            .toList();
    // who stays out even when switched on is of no help
    List<EndpointConfig> helpful =
        endpoints.stream()
            .filter(c -> policy == EndpointPolicy.TRUSTED || policy.permits(c, consented))
            .toList();
    return new NetworkSheet(
        chain,
        endpoints,
        policy,
        consented,
        reserve,
        Independence.of(used, helpful, facts),
        egress);
  }

  /// Whether its endpoints are given and cannot be changed.
  public boolean isFixed() {
    return chain.practice();
  }

  /// Where an endpoint stands.
  public Standing standing(EndpointConfig config) {
    if (reserve.contains(config.id())) {
      return Standing.RESERVE;
    }
    if (!config.enabled()) {
      return Standing.OFF;
    }
    // practice leaves the computer nowhere, so no policy is about it
    if (!chain.practice() && !policy.permits(config, consented)) {
      return policy == EndpointPolicy.ASK ? Standing.WAITS : Standing.KEPT_OUT;
    }
    return config.traits().reads() ? Standing.USED : Standing.SENDS_ONLY;
  }

  /// Whether it may be asked by hand.
  public boolean isTestable(EndpointConfig config) {
    return chain.practice() || policy.permits(config, consented);
  }

  /// How many wait for a yes.
  public long waiting() {
    return endpoints.stream().filter(c -> standing(c) == Standing.WAITS).count();
  }
}
