package io.belay.core.practice;

import io.belay.core.practice.DrillScene.Kind;
import java.util.List;
import java.util.Optional;

/// What follows from a drill; each answer is empty where no scene asked.
///
/// @param passed whether everything survived that should
/// @param right whether no wrong number was believed in any scene
/// @param calm whether everything works while nothing is broken
/// @param one whether any one group can fail
/// @param blockers groups whose failure alone stops something
/// @param pair whether any two groups can fail together
/// @param alone whether the own node, or one group, suffices
/// @param liar whether lies are seen through
public record DrillVerdict(
    boolean passed,
    boolean right,
    boolean calm,
    Optional<Boolean> one,
    List<String> blockers,
    Optional<Boolean> pair,
    Optional<Boolean> alone,
    Optional<Boolean> liar) {
  /// Copies the groups.
  public DrillVerdict {
    blockers = List.copyOf(blockers);
  }

  static DrillVerdict of(DrillReport report) {
    List<String> blockers =
        report.of(Kind.CUT).stream()
            .filter(act -> !act.works())
            .flatMap(act -> act.scene().broken().stream())
            .toList();
    boolean right = report.acts().stream().noneMatch(DrillAct::isWrong);
    boolean asTheyShould =
        report.acts().stream().noneMatch(act -> act.outcome() == DrillAct.Outcome.FAILS);
    return new DrillVerdict(
        right && asTheyShould && blockers.isEmpty(),
        right,
        report.of(Kind.CALM).stream().allMatch(DrillAct::works),
        all(report, Kind.CUT),
        blockers,
        all(report, Kind.PAIR),
        all(report, Kind.ALONE),
        liar(report));
  }

  private static Optional<Boolean> all(DrillReport report, Kind kind) {
    List<DrillAct> acts = report.of(kind);
    return acts.isEmpty() ? Optional.empty() : Optional.of(acts.stream().allMatch(DrillAct::works));
  }

  private static Optional<Boolean> liar(DrillReport report) {
    List<DrillAct> acts = report.of(Kind.LIAR);
    return acts.isEmpty()
        ? Optional.empty()
        : Optional.of(acts.stream().noneMatch(DrillAct::isWrong));
  }
}
