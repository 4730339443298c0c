package io.belay.core.practice;

import io.belay.core.state.Observed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A scene as it was played.
///
/// @param scene what was broken
/// @param results each job
/// @param blamed endpoints that were caught at something, with its code
public record DrillAct(DrillScene scene, List<DrillResult> results, Map<String, String> blamed) {
  /// Copies the collections.
  public DrillAct {
    results = List.copyOf(results);
    blamed = Map.copyOf(new TreeMap<>(blamed));
  }

  /// What came out.
  public enum Outcome {
    /// Everything works, proven or agreed.
    HOLDS,
    /// Everything works, on one group's word.
    HOLDS_LESS,
    /// Nobody is left: what was known is shown with its age, what is signed waits.
    WAITS,
    /// Something that should work does not, or a wrong number was believed.
    FAILS;

    /// The word the command line and the report use.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What came out.
  public Outcome outcome() {
    if (!results.stream().allMatch(DrillResult::ok)) {
      return Outcome.FAILS;
    }
    if (scene.need() == DrillScene.Need.HONEST) {
      return Outcome.WAITS;
    }
    boolean less = results.stream().anyMatch(r -> r.level() == Observed.Level.SINGLE);
    return less ? Outcome.HOLDS_LESS : Outcome.HOLDS;
  }

  /// Whether something untrue was believed.
  public boolean isWrong() {
    return results.stream().anyMatch(DrillResult::wrong);
  }

  /// Whether all jobs were done, not only left undone as they should.
  public boolean works() {
    return switch (outcome()) {
      case HOLDS, HOLDS_LESS -> true;
      case WAITS, FAILS -> false;
    };
  }

  /// Time of all jobs, ms.
  public long millis() {
    return results.stream().mapToLong(DrillResult::millis).sum();
  }

  /// A job's result, where it was tried.
  public Optional<DrillResult> result(DrillJob job) {
    return results.stream().filter(r -> r.job() == job).findFirst();
  }
}
