package io.belay.core.store;

import io.belay.base.ChainId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which real networks a person uses, none to begin with, and which they were asked about: no
/// network is used before it was said which endpoints it may use.
public final class UsedNetworks {
  private static final String USED = "networks.used";
  private static final String DECIDED = "networks.decided";

  private final Settings settings;

  /// The choices kept in a data file.
  public UsedNetworks(Settings settings) {
    this.settings = settings;
  }

  /// Whether a network is used.
  public boolean contains(ChainId chain) {
    return isUsed(chain.toString());
  }

  /// Whether the network with this id is used; not so where it is no id.
  public boolean isUsed(String id) {
    return all(USED).contains(id);
  }

  /// Whether it was ever said which endpoints a network may use.
  public boolean isDecided(ChainId chain) {
    return all(DECIDED).contains(chain.toString());
  }

  /// Notes that it was said which endpoints a network may use.
  public void decided(ChainId chain) {
    set(DECIDED, chain, true);
  }

  /// Begins or ceases to use a network.
  public void use(ChainId chain, boolean on) {
    set(USED, chain, on);
  }

  /// As if it had never been used or asked about.
  public void forget(ChainId chain) {
    set(USED, chain, false);
    set(DECIDED, chain, false);
  }

  private synchronized void set(String place, ChainId chain, boolean on) {
    Set<String> now = all(place);
    if (on ? now.add(chain.toString()) : now.remove(chain.toString())) {
      settings.set(place, String.join(",", now));
    }
  }

  private Set<String> all(String place) {
    return settings.get(place).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .filter(id -> !id.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
