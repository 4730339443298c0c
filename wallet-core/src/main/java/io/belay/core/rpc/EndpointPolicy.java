package io.belay.core.rpc;

import io.belay.base.WalletException;
import io.belay.core.rpc.EndpointConfig.Kind;
import io.belay.core.rpc.EndpointTraits.Use;
import io.belay.core.store.EndpointChoices;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Which endpoints a network may use at all: how far a person wants to leave their own node.
public enum EndpointPolicy {
  /// Only those they marked as their own.
  OWN_ONLY,
  /// Their own; others once they said yes.
  ASK,
  /// Their own, and those they added or switched on themselves.
  TRUSTED,
  /// All that are on.
  ANY;

  /// The word the command line and the data file use, such as `own-only`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A policy by its word.
  ///
  /// @throws WalletException `unknown-policy`
  public static EndpointPolicy parse(String word) {
    return Arrays.stream(values())
        .filter(policy -> policy.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new WalletException(
                "unknown-policy", "a policy is one of own-only, ask, trusted, any"));
  }

  /// The endpoints that may be used: those that are on and that this policy lets through.
  ///
  /// @param consented whether the person said yes to others than their own; counts for [#ASK] only
  public List<EndpointConfig> allowed(List<EndpointConfig> configs, boolean consented) {
    return configs.stream()
        .filter(EndpointConfig::enabled)
        .filter(config -> permits(config, consented))
        .toList();
  }

  /// As [#allowed], and the doors that stand ready for a transaction that nobody else takes: those
  /// of sequencers, unless somebody switched them off, since a sequencer gets every transaction of
  /// its network anyway. A private relay is among them only when it was switched on.
  ///
  /// @param choices what the person decided, consent included
  public List<EndpointConfig> open(List<EndpointConfig> configs, EndpointChoices choices) {
    return configs.stream()
        .filter(config -> config.enabled() || isReady(config, choices))
        .filter(config -> permits(config, choices.consented()))
        .toList();
  }

  private static boolean isReady(EndpointConfig config, EndpointChoices choices) {
    return config.traits().uses().contains(Use.BROADCAST_ONLY)
        && choices.enabled().getOrDefault(config.id().value(), true);
  }

  /// Whether this policy lets an endpoint through, on or off.
  public boolean permits(EndpointConfig config, boolean consented) {
    return config.kind() == Kind.OWN
        || switch (this) {
          case OWN_ONLY -> false;
          case ASK -> consented;
          case TRUSTED -> config.traits().chosen();
          case ANY -> true;
        };
  }
}
