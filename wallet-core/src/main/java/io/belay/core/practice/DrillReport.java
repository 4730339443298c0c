package io.belay.core.practice;

import io.belay.base.ChainId;
import io.belay.core.practice.DrillScene.Kind;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What survived a drill.
///
/// @param at when it was held
/// @param chainId the network
/// @param network the network's name
/// @param groups all groups, in order, each with its operator for people
/// @param acts the scenes, in order
/// @param millis time it took
public record DrillReport(
    Instant at,
    ChainId chainId,
    String network,
    Map<String, String> groups,
    List<DrillAct> acts,
    long millis) {
  /// Copies the collections.
  public DrillReport {
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    acts = List.copyOf(acts);
  }

  /// What follows from it.
  public DrillVerdict verdict() {
    return DrillVerdict.of(this);
  }

  /// The scenes of one kind.
  List<DrillAct> of(Kind kind) {
    return acts.stream().filter(act -> act.scene().kind() == kind).toList();
  }
}
