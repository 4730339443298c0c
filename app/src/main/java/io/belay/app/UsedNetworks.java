package io.belay.app;

import io.belay.base.ChainId;
import io.belay.core.store.Settings;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which real networks a person uses; none to begin with.
final class UsedNetworks {
  private static final String PLACE = "networks.used";

  private final Settings settings;

  UsedNetworks(Settings settings) {
    this.settings = settings;
  }

  boolean contains(ChainId chain) {
    return all().contains(chain.toString());
  }

  /// Begins or ceases to use a network.
  synchronized void use(ChainId chain, boolean on) {
    Set<String> now = all();
    if (on ? now.add(chain.toString()) : now.remove(chain.toString())) {
      settings.set(PLACE, String.join(",", now));
    }
  }

  private Set<String> all() {
    return settings.get(PLACE).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .filter(id -> !id.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
