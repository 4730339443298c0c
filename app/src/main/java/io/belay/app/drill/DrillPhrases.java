package io.belay.app.drill;

import io.belay.app.fx.Phrases;
import io.belay.app.fx.Words;
import io.belay.core.practice.DrillAct;
import io.belay.core.practice.DrillJob;
import io.belay.core.practice.DrillReport;
import io.belay.core.practice.DrillResult;
import io.belay.core.practice.DrillScene;
import io.belay.core.practice.DrillVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A drill in words; knows no toolkit.
public final class DrillPhrases {
  private final Words words;

  /// Speaks with these words.
  public DrillPhrases(Words words) {
    this.words = words;
  }

  /// What a scene breaks: `Alpine and Birch cut`.
  ///
  /// @param groups all groups, each with its operator
  public String scene(DrillScene scene, Map<String, String> groups) {
    String key = "drill.scene." + scene.kind().word();
    List<String> broken = named(scene.broken(), groups);
    return switch (scene.kind()) {
      case CALM, DNS -> words.get(key);
      case CUT, PAIR, LIAR, STALE -> words.get(key, broken.toArray());
      case ALONE, LIMITED -> words.get(key, String.join(", ", whole(scene, groups)));
      case FAULT -> words.get(key, broken.getFirst(), words.get("fault." + scene.fault().id()));
    };
  }

  private static List<String> whole(DrillScene scene, Map<String, String> groups) {
    List<String> whole =
        groups.keySet().stream().filter(group -> !scene.broken().contains(group)).toList();
    return named(whole, groups);
  }

  private static List<String> named(List<String> some, Map<String, String> groups) {
    return some.stream().map(group -> groups.getOrDefault(group, group)).toList();
  }

  /// A job's name.
  public String job(DrillJob job) {
    return words.get("drill.job." + job.word());
  }

  /// A job's result in one or two words.
  public String result(DrillResult result) {
    if (result.wrong()) {
      return words.get("drill.result.wrong");
    }
    return switch (result.job()) {
      case BALANCE, NONCE, FEE -> words.get("drill.level." + result.level().word());
      case SIGN -> words.get(result.ok() ? "drill.result.signed" : "drill.result.unsigned");
      case SEND ->
          result.reached() > 0
              ? words.get("drill.result.sent", result.reached())
              : words.get("drill.result.unsent");
    };
  }

  /// What came of a scene, and who was caught.
  public String outcome(DrillAct act) {
    String outcome = words.get("drill.outcome." + act.outcome().word());
    return act.blamed().isEmpty()
        ? outcome
        : words.get(
            "drill.caught",
            outcome,
            String.join(", ", act.blamed().keySet().stream().sorted().toList()));
  }

  /// What follows, in one line.
  public String verdict(DrillReport report) {
    DrillVerdict verdict = report.verdict();
    List<String> said = new ArrayList<>();
    if (!verdict.right()) {
      said.add(words.get("drill.verdict.wrong"));
    }
    if (!verdict.calm()) {
      said.add(words.get("drill.verdict.calm"));
    }
    String blockers = String.join(", ", named(verdict.blockers(), report.groups()));
    verdict
        .one()
        .ifPresent(yes ->
            said.add(
                yes
                    ? words.get("drill.verdict.one")
                    : words.get("drill.verdict.blocks", blockers)));
    verdict
        .pair()
        .ifPresent(yes -> said.add(words.get(yes ? "drill.verdict.two" : "drill.verdict.nottwo")));
    verdict.alone().ifPresent(yes -> said.add(alone(report, yes)));
    verdict
        .liar()
        .ifPresent(yes -> said.add(words.get(yes ? "drill.verdict.liar" : "drill.verdict.fooled")));
    boolean explained = !verdict.right() || !verdict.calm() || !verdict.blockers().isEmpty();
    if (said.isEmpty() || (!verdict.passed() && !explained)) {
      said.add(words.get(verdict.passed() ? "drill.verdict.passed" : "drill.verdict.failed"));
    }
    return String.join(" ", said);
  }

  private String alone(DrillReport report, boolean suffices) {
    // one group that is enough to know something for certain can only be the user's own node
    boolean own =
        report.acts().stream()
            .map(DrillAct::scene)
            .filter(scene -> scene.kind() == DrillScene.Kind.ALONE)
            .anyMatch(scene -> scene.need() == DrillScene.Need.KNOWN);
    String who = words.get(own ? "drill.verdict.own" : "drill.verdict.operator");
    return words.get(suffices ? "drill.verdict.alone" : "drill.verdict.notalone", who);
  }

  /// When it was held and how long it took.
  public String held(DrillReport report, Instant now) {
    Phrases phrases = new Phrases(words);
    return words.get(
        "drill.held",
        phrases.when(report.at(), now),
        phrases.span(Duration.ofMillis(report.millis())));
  }

  /// How far a drill is.
  public String progress(DrillScene scene, int number, int all, Map<String, String> groups) {
    return words.get("drill.progress", number, all, scene(scene, groups));
  }
}
