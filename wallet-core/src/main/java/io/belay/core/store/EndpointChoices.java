package io.belay.core.store;

import java.util.List;
import java.util.Map;

/// All that a person decided about one network's endpoints, read at one moment.
///
/// @param added endpoints of their own, in the order they were added
/// @param enabled endpoints switched on or off, by id
/// @param policy which endpoints may be used at all: `own-only`, `ask`, `trusted`, `any`
/// @param consented whether they said yes to others than their own, where the policy is to ask
/// @param merges groups that can fail together with another, by group
public record EndpointChoices(
    List<EndpointRow> added,
    Map<String, Boolean> enabled,
    String policy,
    boolean consented,
    Map<String, String> merges) {
  /// Nothing decided.
  public static final EndpointChoices NONE =
      new EndpointChoices(List.of(), Map.of(), EndpointBook.ANY, false, Map.of());

  /// Copies the collections.
  public EndpointChoices {
    added = List.copyOf(added);
    enabled = Map.copyOf(enabled);
    merges = Map.copyOf(merges);
  }
}
