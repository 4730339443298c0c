package io.belay.app.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.app.fake.FakeDrills;
import io.belay.app.fake.FakeSession;
import io.belay.app.fake.FakeUi;
import io.belay.app.fx.SameThread;
import io.belay.app.fx.Words;
import io.belay.base.WalletException;
import io.belay.core.practice.Drill;
import io.belay.core.practice.DrillAct;
import io.belay.core.practice.DrillJob;
import io.belay.core.practice.DrillReport;
import io.belay.core.practice.DrillScene;
import io.belay.core.practice.Fault;
import io.belay.core.state.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillViewModelTest {
  private final SameThread background = new SameThread();
  private final FakeDrills drills = new FakeDrills();
  private final Words words = new Words(Locale.ENGLISH);
  private final DrillPhrases phrases = new DrillPhrases(words);

  private DrillViewModel model(Drills some) {
    return new DrillViewModel(FakeUi.with(background), some, FakeDrills.GROUPS);
  }

  @Test
  void theLastReportIsShownWithItsDay() {
    DrillViewModel model = model(drills);
    assertThat(model.report().get()).isEmpty();
    model.load();
    assertThat(model.report().get()).contains(FakeDrills.bad());
    assertThat(model.held(FakeDrills.bad())).startsWith("Held 21 Nov ").contains("took 9 s");
  }

  @Test
  void aDrillTellsWhereItIsAndLeavesItsReport() {
    DrillViewModel model = model(drills);
    List<String> told = new ArrayList<>();
    model.progress().addListener((o, was, is) -> told.add(is));
    model.start();
    assertThat(told).contains("1 of 11: Nothing broken", "2 of 11: Alpine cut", "");
    assertThat(model.report().get()).contains(FakeDrills.good());
    assertThat(model.running().get()).isFalse();
  }

  @Test
  void oneDrillAtATimeAndACancelledOneIsNotHeard() {
    background.hold();
    DrillViewModel model = model(drills);
    model.start();
    model.start();
    assertThat(model.running().get()).isTrue();
    model.cancel();
    assertThat(model.running().get()).isFalse();
    assertThat(model.report().get()).isEmpty();
    assertThat(drills.runs).isZero();
  }

  @Test
  void whatStopsADrillIsSaid() {
    DrillViewModel model =
        model(
            new Drills() {
              @Override
              public Optional<DrillReport> last() {
                return Optional.empty();
              }

              @Override
              public DrillReport run(Optional<Fault> only, Drill.Listener listener) {
                throw new WalletException("nothing-to-drill", "x");
              }
            });
    model.start();
    assertThat(model.problem().get()).startsWith("This network has no endpoint");
    assertThat(model.running().get()).isFalse();
  }

  @Test
  void theVerdictIsOneLine() {
    assertThat(phrases.verdict(FakeDrills.good()))
        .isEqualTo(
            "Any one operator can fail. Any two can fail together. One operator alone is enough."
                + " A liar fools nobody.");
    assertThat(phrases.verdict(FakeDrills.bad()))
        .isEqualTo("One failure is enough to stop you: Dune.");
  }

  @Test
  void aTableHasALineForEachScene() {
    List<String> lines = new DrillLines(phrases).of(FakeDrills.good(), FakeSession.NOW);
    assertThat(lines).hasSize(1 + 11 + 3);
    assertThat(lines.get(1)).matches("Nothing broken +proven +proven +agreed +signed +to 5 +Holds");
    assertThat(lines)
        .anyMatch(l -> l.startsWith("All but Alpine cut") && l.endsWith("one operator's word"));
    assertThat(lines).anyMatch(l -> l.contains("Holds; caught: practice-4"));
    assertThat(lines).anyMatch(l -> l.contains("last known") && l.endsWith("nothing lost"));
  }

  @Test
  void everyKindOfSceneOutcomeAndResultHasItsWords() {
    for (DrillScene.Kind kind : DrillScene.Kind.values()) {
      DrillScene scene =
          new DrillScene(kind, Fault.HANG, List.of("alpine", "birch"), DrillScene.Need.KNOWN);
      assertThat(phrases.scene(scene, FakeDrills.GROUPS)).isNotBlank().doesNotContain("{");
    }
    for (DrillJob job : DrillJob.values()) {
      assertThat(phrases.job(job)).isNotBlank();
    }
    for (DrillAct.Outcome outcome : DrillAct.Outcome.values()) {
      assertThat(words.get("drill.outcome." + outcome.word())).isNotBlank();
    }
    for (Observed.Level level : Observed.Level.values()) {
      assertThat(words.get("drill.level." + level.word())).isNotBlank();
    }
  }
}
