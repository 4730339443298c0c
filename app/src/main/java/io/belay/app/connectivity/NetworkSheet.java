package io.belay.app.connectivity;

import io.belay.core.chain.Chain;
import io.belay.core.rpc.EndpointConfig;
import io.belay.core.rpc.EndpointId;
import io.belay.core.rpc.EndpointPolicy;
import io.belay.core.rpc.Independence;
import io.belay.core.rpc.PeerFacts;
import io.belay.core.store.EgressRow;
import java.util.List;
import java.util.Map;

/// All about one network's endpoints at one moment.
///
/// @param chain the network
/// @param endpoints all of them, also those that are off
/// @param policy which of them may be used at all
/// @param consented whether others than the person's own may be used, where the policy is to ask
/// @param independence of those in use
/// @param egress which of them was told which address
public record NetworkSheet(
    Chain chain,
    List<EndpointConfig> endpoints,
    EndpointPolicy policy,
    boolean consented,
    Independence independence,
    List<EgressRow> egress) {
  /// Copies the lists.
  public NetworkSheet {
    endpoints = List.copyOf(endpoints);
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
    SENDS_ONLY;

    /// The word in the texts.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// Judges the endpoints by what was decided and by what connections showed.
  ///
  /// @param facts what connections showed, as far as there were any
  public static NetworkSheet of(
      Chain chain,
      List<EndpointConfig> endpoints,
      EndpointPolicy policy,
      boolean consented,
      Map<EndpointId, PeerFacts> facts,
      List<EgressRow> egress) {
    List<EndpointConfig> used =
        endpoints.stream()
            .filter(c -> standing(chain, c, policy, consented) == Standing.USED)
            .toList();
    // who stays out even when switched on is of no help
    List<EndpointConfig> helpful =
        endpoints.stream()
            .filter(c -> policy == EndpointPolicy.TRUSTED || policy.permits(c, consented))
            .toList();
    return new NetworkSheet(
        chain, endpoints, policy, consented, Independence.of(used, helpful, facts), egress);
  }

  /// Whether its endpoints are given and cannot be changed.
  public boolean isFixed() {
    return chain.practice();
  }

  /// Where an endpoint stands.
  public Standing standing(EndpointConfig config) {
    return standing(chain, config, policy, consented);
  }

  private static Standing standing(
      Chain chain, EndpointConfig config, EndpointPolicy policy, boolean consented) {
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
